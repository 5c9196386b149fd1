import { type CheckRule, checkRules } from "./check-rules.ts";
import type { Id } from "./envelope.ts";
import type { StageRecords } from "./stage-records.ts";
import type { Role, Stage } from "./vocabulary.ts";

/** An item of a checklist as it ships. Its words are the locale's affair, by its id. */
export interface ShippedItem {
  id: string;
  stage: Stage;
  /** Items of one group stand under one heading. */
  group: string;
  /** Only for them; without it for everybody. */
  role?: "mentee" | "mentor";
  /** Ticks itself by this rule; without it a person ticks it. */
  rule?: CheckRule;
  /** Where it is done: a path of the app. */
  at?: string;
}

/** An item as one mentorship has it. */
export type ListItem<I extends ShippedItem = ShippedItem> = {
  /** Of its row, whether it has one yet or not. */
  id: Id;
  done: boolean;
  hasRow: boolean;
} & ({ shipped: I; text: null } | { shipped: null; text: string });

export interface Checklist<I extends ShippedItem = ShippedItem> {
  stage: Stage;
  items: ListItem<I>[];
  /** Shipped items that were put away: they do not count, and can be brought back. */
  putAway: ListItem<I>[];
  done: number;
  total: number;
}

/** The id of the row that tells what was done with a shipped item, hint or suggestion. */
export function checkId(mentorshipId: Id, item: string): Id {
  return `${mentorshipId}.${item}`;
}

/**
 * The checklist of a stage: what ships for the role, then one's own items in the order in which they were added. Who is
 * both sees what is for either. Nothing in it expires.
 */
export function checklistOf<I extends ShippedItem>(
  shipped: readonly I[],
  stage: Stage,
  records: StageRecords,
): Checklist<I> {
  const { mentorship, checks } = records;
  const rows = new Map(checks.map((row) => [row.id, row]));
  const items: ListItem<I>[] = [];
  const putAway: ListItem<I>[] = [];
  for (const each of shipped) {
    if (each.stage !== stage || !isFor(each, mentorship.role)) continue;
    const id = checkId(mentorship.id, each.id);
    const row = rows.get(id);
    const done = each.rule ? checkRules[each.rule](records) : Boolean(row?.doneOn);
    const list = row?.hidden ? putAway : items;
    list.push({ id, done, hasRow: row !== undefined, shipped: each, text: null });
  }
  const own = checks
    .filter((row) => !row.item && row.stage === stage)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0) || a.createdAt - b.createdAt)
    .map((row) => ({
      id: row.id,
      done: Boolean(row.doneOn),
      hasRow: true,
      shipped: null,
      text: row.text ?? "",
    }));
  items.push(...own);
  return { stage, items, putAway, done: items.filter((item) => item.done).length, total: items.length };
}

function isFor(item: ShippedItem, role: Role): boolean {
  return item.role === undefined || role === "both" || item.role === role;
}
