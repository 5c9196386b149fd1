import { type Agreement, type AgreementSection, agreementSections } from "./agreement.ts";
import type { Day } from "./envelope.ts";
import type { Cadence } from "./mentorship.ts";

/** What of an agreement is kept as a value and not as words: it sets dates and reminders. */
export const agreementTerms = [
  "cadence",
  "meetingMinutes",
  "startsOn",
  "endsOn",
  "reviewOn",
  "agreementEveryWeeks",
  "expectationsEveryWeeks",
  "reciprocityEveryWeeks",
] as const;
export type AgreementTerm = (typeof agreementTerms)[number];

/** Where each of them stands in the document. */
export const termsOfSection: Partial<Record<AgreementSection, readonly AgreementTerm[]>> = {
  meetings: ["cadence", "meetingMinutes"],
  roles: ["expectationsEveryWeeks"],
  duration: ["startsOn", "endsOn", "reviewOn", "agreementEveryWeeks"],
  reciprocity: ["reciprocityEveryWeeks"],
};

/** How the values are said, in the language of the reader. */
export interface TermWords {
  /** @param minutes `null` where no length was agreed */
  meetings(cadence: Cadence | null, minutes: number | null): string;
  startsOn(on: Day): string;
  endsOn(on: Day): string;
  reviewOn(on: Day): string;
  agreementEveryWeeks(weeks: number): string;
  expectationsEveryWeeks(weeks: number): string;
  reciprocityEveryWeeks(weeks: number): string;
}

type Terms = Partial<Pick<Agreement, AgreementTerm>>;
type Sections = Partial<Pick<Agreement, AgreementSection>>;

/** What a section says, as Markdown: first what its values set, then its words. Empty where it says nothing. */
export function sectionText(row: Terms & Sections, section: AgreementSection, words: TermWords): string {
  const terms = termSentences(row, section, words).join(" ");
  return [terms, (row[section] ?? "").trim()].filter(Boolean).join("\n\n");
}

function termSentences(row: Terms, section: AgreementSection, words: TermWords): string[] {
  const said: string[] = [];
  if (section === "meetings" && (row.cadence || row.meetingMinutes)) {
    said.push(words.meetings(row.cadence ?? null, row.meetingMinutes ?? null));
  }
  for (const term of termsOfSection[section] ?? []) {
    if (term === "cadence" || term === "meetingMinutes") continue;
    if (term === "startsOn" || term === "endsOn" || term === "reviewOn") {
      const on = row[term];
      if (on) said.push(words[term](on));
    } else {
      const weeks = row[term];
      if (weeks) said.push(words[term](weeks));
    }
  }
  return said;
}

/** What an agreement should have by its source; nothing stands in the way of one without. */
export const askedSections = ["priorities", "focus", "measures", "meetings"] as const;

/** Those of the four that say nothing yet. A rhythm is something said about meetings. */
export function missingSections(row: Terms & Sections): (typeof askedSections)[number][] {
  return askedSections.filter((section) => {
    if (section === "meetings" && (row.cadence || row.meetingMinutes)) return false;
    return !(row[section] ?? "").trim();
  });
}

/** The sections in which two versions differ, in the order of the document. */
export function changedSections(before: Terms & Sections, after: Terms & Sections): AgreementSection[] {
  return agreementSections.filter(
    (section) =>
      (before[section] ?? "").trim() !== (after[section] ?? "").trim() ||
      (termsOfSection[section] ?? []).some(
        (term) => JSON.stringify(before[term] ?? null) !== JSON.stringify(after[term] ?? null),
      ),
  );
}

/** Does a section hold this clause? Then it is part of what is agreed on. */
export function hasClause(text: string, clause: string): boolean {
  return linesOf(text).some((line) => bare(line) === clause.trim());
}

/** The section with the clause as one more line of its list; as it is where the clause is there already. */
export function withClause(text: string, clause: string): string {
  if (hasClause(text, clause)) return text;
  const before = text.trimEnd();
  const last = linesOf(before).at(-1) ?? "";
  const gap = before === "" ? "" : /^[-*] /u.test(last) ? "\n" : "\n\n";
  return `${before}${gap}- ${clause.trim()}`;
}

/** The section without the clause; what else stands there is left alone. */
export function withoutClause(text: string, clause: string): string {
  return linesOf(text)
    .filter((line) => bare(line) !== clause.trim())
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/u);
}

function bare(line: string): string {
  return line.replace(/^\s*(?:[-*]|\d+\.)\s+/u, "").trim();
}

/** When both had agreed: the later of the two days. */
export function agreedOn(row: Pick<Agreement, "agreedByMeOn" | "agreedByThemOn">): Day | null {
  const [mine, theirs] = [row.agreedByMeOn ?? null, row.agreedByThemOn ?? null];
  if (!mine || !theirs) return mine ?? theirs;
  return mine > theirs ? mine : theirs;
}
