import { type Agreement, type AgreementSection, agreementSections } from "./agreement.ts";
import { agreementTerms, withClause } from "./agreement-text.ts";
import { addMonths } from "./civil-time.ts";
import type { Expectation } from "./expectation.ts";
import type { Goal } from "./goal.ts";
import type { InventoryItem } from "./inventory.ts";
import type { Mentorship } from "./mentorship.ts";
import type { Metric } from "./metric.ts";
import { inventoryFor } from "./inventory-lines.ts";
import { oneLine } from "./one-line.ts";

/** What is known of a mentorship when its agreement is first written. */
export interface AgreementFacts {
  mentorship: Mentorship;
  /** In their order. */
  goals: readonly Goal[];
  metrics: readonly Metric[];
  inventory: readonly InventoryItem[];
  expectations: readonly Expectation[];
}

/** What the draft is worded with. */
export interface DraftWords {
  /** Clauses that are often agreed on, by section; each can be taken out again. */
  clauses: Partial<Record<AgreementSection, readonly string[]>>;
  metric(metric: Metric): string;
  towards(role: string): string;
}

/** The part of an agreement that two people write. */
export type AgreementDraft = Partial<Pick<Agreement, AgreementSection | (typeof agreementTerms)[number]>>;

/** How often each is looked at again, in weeks, where nothing else was said. */
const usualWeeks = { agreementEveryWeeks: 12, expectationsEveryWeeks: 6, reciprocityEveryWeeks: 8 } as const;
/** The review is planned this long after the start, where nothing else was said. */
const usualReviewMonths = 6;

/** A first draft from what is known already; what is not known stays empty. */
export function prefill(facts: AgreementFacts, words: DraftWords): AgreementDraft {
  const { mentorship } = facts;
  const open = facts.goals.filter((goal) => goal.status === "open" && !goal.deletedAt);
  const lines = inventoryFor(facts.inventory, mentorship.id).lines.map(({ item }) => item);
  const known: Partial<Record<AgreementSection, string>> = {
    priorities: open.map((goal, index) => `${index + 1}. ${goal.title}`).join("\n"),
    focus: paragraphs([
      mentorship.scope || mentorship.destination,
      mentorship.targetRole ? words.towards(mentorship.targetRole) : "",
      mentorship.context,
    ]),
    measures: list([
      ...facts.metrics.filter((metric) => !metric.deletedAt).map((metric) => words.metric(metric)),
      ...open.map((goal) => goal.measure || goal.outcome),
    ]),
    roles: list(
      facts.expectations
        .filter((row) => !row.deletedAt && row.mine)
        .map((row) => `${row.about}: ${row.mine}`),
    ),
    groundRules: list(lines.filter(({ kind }) => kind === "groundRule").map(({ text }) => text)),
    reciprocity: list(lines.filter(({ kind }) => kind === "offer").map(({ text }) => text)),
  };
  const draft: AgreementDraft = {
    cadence: mentorship.cadence ?? null,
    meetingMinutes: mentorship.meetingMinutes ?? 45,
    startsOn: mentorship.startsOn,
    endsOn: mentorship.endsOn ?? null,
    reviewOn: mentorship.reviewOn ?? addMonths(mentorship.startsOn, usualReviewMonths),
    agreementEveryWeeks: mentorship.agreementEveryWeeks ?? usualWeeks.agreementEveryWeeks,
    expectationsEveryWeeks: mentorship.expectationsEveryWeeks ?? usualWeeks.expectationsEveryWeeks,
    reciprocityEveryWeeks: mentorship.reciprocityEveryWeeks ?? usualWeeks.reciprocityEveryWeeks,
  };
  for (const section of agreementSections) {
    const clauses = words.clauses[section] ?? [];
    draft[section] = clauses.reduce((text, clause) => withClause(text, clause), known[section] ?? "");
  }
  return draft;
}

/**
 * The next version begins with the words of this one, and with what holds now: dates and rhythm may have been changed
 * elsewhere since, and agreeing must not set them back.
 */
export function copyOf(
  row: Agreement,
  mentorship: Pick<AgreementDraft, (typeof agreementTerms)[number]>,
): AgreementDraft {
  const draft: AgreementDraft = {};
  for (const section of agreementSections) Object.assign(draft, { [section]: row[section] ?? "" });
  for (const term of agreementTerms) Object.assign(draft, { [term]: mentorship[term] ?? null });
  return draft;
}

function list(lines: readonly (string | null | undefined)[]): string {
  return lines
    .map((line) => oneLine(line ?? ""))
    .filter(Boolean)
    .map((line) => `- ${line}`)
    .join("\n");
}

function paragraphs(parts: readonly (string | null | undefined)[]): string {
  return parts
    .map((part) => (part ?? "").trim())
    .filter(Boolean)
    .join("\n\n");
}
