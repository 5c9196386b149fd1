import { oneLine } from "@/lib/domain/one-line.ts";

/** A meeting as it is handed on: its heading, a line or two about it, and its parts. */
export interface Recap {
  title: string;
  lines: readonly string[];
  sections: readonly RecapSection[];
}

export type RecapSection =
  | { heading: string; items: readonly RecapItem[] }
  /** Words in Markdown that somebody wrote themselves. */
  | { heading: string; words: string };

export interface RecapItem {
  text: string;
  /** What kind of thing it is, where a part holds several. */
  kind?: string;
  /** Whether it is done, for what can be. */
  done?: boolean;
}

/**
 * A recap as Markdown. A part with nothing in it is left out.
 * @param level of its heading: 1 for a document of its own, 2 for one of several
 */
export function recapMarkdown({ title, lines, sections }: Recap, level: 1 | 2 = 1): string {
  const mark = "#".repeat(level);
  const parts = sections.filter(hasSomething).map((section) => {
    const heading = `${mark}# ${section.heading}`;
    if ("words" in section) return `${heading}\n\n${underHeading(section.words.trim(), level + 1)}`;
    return `${heading}\n\n${section.items.map((item) => `- ${markdownOf(item)}`).join("\n")}`;
  });
  return `${[`${mark} ${title}`, ...lines, ...parts].filter(Boolean).join("\n\n")}\n`;
}

/** The same without any marks, for a mail. */
export function recapText({ title, lines, sections }: Recap): string {
  const parts = sections.filter(hasSomething).map((section) => {
    if ("words" in section) return `${section.heading}\n${section.words.trim()}`;
    const items = section.items.map(({ text, kind, done }) => {
      const words = kind ? `${kind}: ${oneLine(text)}` : oneLine(text);
      return `${done ? "✓" : "-"} ${words}`;
    });
    return `${section.heading}\n${items.join("\n")}`;
  });
  return [[title, ...lines].filter(Boolean).join("\n"), ...parts].join("\n\n");
}

/** Recaps one after the other in one document, each under its own heading. */
export function recapsMarkdown(title: string, recaps: readonly Recap[]): string {
  return [`# ${title}\n`, ...recaps.map((recap) => recapMarkdown(recap, 2))].join("\n");
}

function markdownOf({ text, kind, done }: RecapItem): string {
  const box = done === undefined ? "" : done ? "[x] " : "[ ] ";
  return `${box}${kind ? `**${kind}:** ` : ""}${oneLine(text)}`;
}

function hasSomething(section: RecapSection): boolean {
  return "words" in section ? section.words.trim() !== "" : section.items.length > 0;
}

/** Headings in somebody's words go below the heading that the words stand under. What is fenced is code and stays. */
function underHeading(words: string, level: number): string {
  let fenced = false;
  return words
    .split("\n")
    .map((line) => {
      if (/^\s*(?:```|~~~)/u.test(line)) fenced = !fenced;
      const marks = fenced ? undefined : /^(#{1,6}) /u.exec(line)?.[1];
      return marks ? `${"#".repeat(Math.min(6, marks.length + level))}${line.slice(marks.length)}` : line;
    })
    .join("\n");
}
