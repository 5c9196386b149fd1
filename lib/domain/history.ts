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

/** What an undo took back in the end: the verb's name; `redo` where it took back an undo, which does it again. */
export interface TookBack {
  did: string;
  redo: boolean;
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
  /** What it takes back or does again, if it does. */
  tookBack: TookBack | null;
  /** Taken back since, and not done again. */
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
  const undone = takenBack(changes);
  for (const [index, change] of changes.entries()) {
    const entry = entries.get(change.act) ?? {
      act: change.act,
      did: change.did,
      why: change.why,
      author: change.author,
      at: change.at,
      created: index === 0,
      tookBack: whatItTookBack(change, (act) => changes.find((other) => other.act === act)),
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
    entry.fields = entry.fields.filter(
      ({ before, after }) => !sameValue(emptyAsNull(before), emptyAsNull(after)),
    );
    for (const each of entry.fields) each.current = sameValue(each.after, row[each.field]);
  }
  return [...entries.values()].filter((entry) => entry.fields.length > 0 || entry.created).toReversed();
}

/**
 * Follows an undo, or an undo of one, to what it is about.
 * @param find any entry of an act
 * @returns `null` for what is no undo
 */
export function whatItTookBack(
  { undoes }: Pick<Change, "undoes">,
  find: (act: Id) => Pick<Change, "did" | "undoes"> | undefined,
): TookBack | null {
  if (undoes === undefined) return null;
  let target = find(undoes);
  let redo = false;
  while (target?.undoes !== undefined) {
    target = find(target.undoes);
    redo = !redo;
  }
  return { did: target?.did ?? "", redo };
}

/** The acts that were taken back and not done again. An undo that was undone itself takes nothing back. */
function takenBack(changes: readonly Change[]): ReadonlySet<Id> {
  const found = new Set<Id>();
  for (const { act, undoes } of changes.toReversed()) {
    if (undoes !== undefined && !found.has(act)) found.add(undoes);
  }
  return found;
}

/** To a person an empty text is no text. */
function emptyAsNull(value: unknown): unknown {
  return value === "" || value === undefined ? null : value;
}

/**
 * What fields of a record were when an act was over.
 * @param log all changes of the record, in any order
 * @returns `null` for a field that the record did not have by then
 */
export function valuesAfter(log: readonly Change[], act: Id, fields: readonly string[]): Patch {
  const changes = log.toSorted((a, b) => compareStamps(a.stamp, b.stamp));
  const end = changes.findLastIndex((change) => change.act === act);
  const values: Patch = Object.fromEntries(fields.map((field) => [field, null]));
  for (const change of changes.slice(0, end + 1)) {
    for (const field of fields) if (field in change.patch) values[field] = change.patch[field];
  }
  return values;
}
