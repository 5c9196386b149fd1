/** Two looks at a roadmap, in words. */
export interface ThenAndNowDocument {
  title: string;
  lede: string;
  /** Sentences with their sum first. */
  lines: readonly { sum: string; rest: string }[];
  goals: readonly {
    title: string;
    milestones: readonly { title: string; before: string; after: string; what: string }[];
  }[];
  skills: readonly { name: string; before: string; after: string }[];
  metrics: readonly { name: string; before: string; after: string; target: string }[];
  headings: {
    milestone: string;
    before: string;
    after: string;
    what: string;
    skills: string;
    skill: string;
    metrics: string;
    metric: string;
    target: string;
  };
}

/** A comparison as Markdown: what changed in sentences, then a table for each goal. */
export function thenAndNowMarkdown(document: ThenAndNowDocument): string {
  const { headings } = document;
  const parts = [
    `# ${document.title}`,
    document.lede,
    document.lines.map(({ sum, rest }) => `- ${rest ? `**${sum}:** ${rest}` : `**${sum}**`}`).join("\n"),
    ...document.goals.flatMap(({ title, milestones }) => [
      `## ${title}`,
      table(
        [headings.milestone, headings.before, headings.after, headings.what],
        milestones.map((row) => [row.title, row.before, row.after, row.what]),
      ),
    ]),
    document.skills.length > 0 ? `## ${headings.skills}` : "",
    table(
      [headings.skill, headings.before, headings.after],
      document.skills.map((row) => [row.name, row.before, row.after]),
    ),
    document.metrics.length > 0 ? `## ${headings.metrics}` : "",
    table(
      [headings.metric, headings.before, headings.after, headings.target],
      document.metrics.map((row) => [row.name, row.before, row.after, row.target]),
    ),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map(cell).join(" | ")} |`)
    .join("\n");
}

/** A bar would begin another cell, and a line break end the row. */
function cell(text: string): string {
  return text
    .replaceAll("|", String.raw`\|`)
    .replaceAll(/\s+/gu, " ")
    .trim();
}
