import { type Change, type Patch, sameValue } from "./change.ts";
import type { Id, Instant } from "./envelope.ts";
import { compareStamps } from "./hlc.ts";

/** One field that an act changed. */
export interface FieldChange {
  field: string;
  /** `null` where there was none. */
  before: unknown;
  after: unknown;
  /** The record still has it. */
  current: boolean;
}

/** What one act did to one record. */
export interface HistoryEntry {
  act: Id;
  did: string;
  why: string | undefined;
  author: Id;
  at: Instant;
  /** The record was made by it. */
  created: boolean;
  /** It takes back another act. */
  isUndo: boolean;
  /** Taken back since. */
  undone: boolean;
  fields: FieldChange[];
}

/**
 * The history of one record, the newest act first. Acts that changed nothing which is shown have no entry.
 * @param log all changes of the record, in any order
 * @param shown tells which fields a person knows; the others are bookkeeping
 */
export function historyOf(log: readonly Change[], shown: (field: string) => boolean): HistoryEntry[] {
  const changes = log.toSorted((a, b) => compareStamps(a.stamp, b.stamp));
  const row: Patch = {};
  const entries = new Map<Id, HistoryEntry>();
  const undone = new Set(changes.flatMap((change) => change.undoes ?? []));
  for (const [index, change] of changes.entries()) {
    const entry = entries.get(change.act) ?? {
      act: change.act,
      did: change.did,
      why: change.why,
      author: change.author,
      at: change.at,
      created: index === 0,
      isUndo: change.undoes !== undefined,
      undone: undone.has(change.act),
      fields: [],
    };
    entries.set(change.act, entry);
    entry.at = change.at;
    for (const [field, after] of Object.entries(change.patch)) {
      const earlier = entry.fields.find((each) => each.field === field);
      if (earlier) earlier.after = after;
      else if (shown(field)) entry.fields.push({ field, before: row[field] ?? null, after, current: false });
      row[field] = after;
    }
  }
  for (const entry of entries.values()) {
    entry.fields = entry.fields.filter(({ before, after }) => !sameValue(before, after ?? null));
    for (const each of entry.fields) each.current = sameValue(each.after, row[each.field]);
  }
  return [...entries.values()].filter((entry) => entry.fields.length > 0 || entry.created).toReversed();
}
