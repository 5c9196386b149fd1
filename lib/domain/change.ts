import type { Id, Instant, Stamped } from "./envelope.ts";
import { nextStamp, type Stamp } from "./hlc.ts";
import type { Records, TableName } from "./records.ts";

/** Field values by name. A field that is set to `undefined` is stored as `null`, so that every edit leaves a trace. */
export type Patch = Record<string, unknown>;

/** One entry of the change log: who changed which fields of which row to what, when and why. */
export interface Change {
  /** Position in this browser's log, given by the database. */
  n?: number;
  table: TableName;
  /** Id of the row. */
  id: Id;
  space: string;
  patch: Patch;
  stamp: Stamp;
  /** For each field, the stamp this edit overwrote; a field that was not there before has none. */
  base: Record<string, Stamp>;
  /** All changes of one thing a person did share this, so that undo takes back the whole of it. */
  act: Id;
  /** What was done: the name of the verb that did it. */
  did: string;
  /** The person's own words, where a reason was asked for. */
  why?: string | undefined;
  /** The act that this one takes back. */
  undoes?: Id | undefined;
  author: Id;
  at: Instant;
  /** It came from another browser over a storage, and need not be sent there. */
  synced?: true;
  /** Edits of the same field that this one puts together with the one it overwrote. */
  merges?: readonly Stamp[];
}

/** What a repository asks to be written: the fields of `patch` in the row `id`, which is made if it is not there. */
export type Write = { [T in TableName]: { table: T; id: Id; patch: Partial<Records[T]> } }[TableName];

/**
 * A write of a record whose table is known at run time only. The compiler would not see that it is one of them: it tells
 * apart no more than 25.
 */
export function writeOf(table: TableName, id: Id, patch: Patch): Write {
  return { table, id, patch } as Write;
}

export interface WriteContext {
  now: Instant;
  writer: string;
  author: Id;
  act: Id;
  did: string;
  why?: string | undefined;
  undoes?: Id | undefined;
  /** The writer's last stamp. */
  last: Stamp | undefined;
}

/**
 * The row and the log entry that a write makes. The only place where either is built, used by every way of saving.
 * @param row the row as it stands, or `undefined` to make it
 * @returns `null` if the patch changes nothing
 */
export function applyWrite(
  row: (Stamped & Patch) | undefined,
  write: Write,
  context: WriteContext,
): { row: Stamped & Patch; change: Change } | null {
  const patch: Patch = {};
  const wanted: Patch = row
    ? write.patch
    : {
        space: "personal",
        visibility: "private",
        author: context.author,
        createdAt: context.now,
        ...write.patch,
      };
  for (const [field, value] of Object.entries<unknown>(wanted)) {
    const stored = value === undefined ? null : value;
    if (field === "id" || field === "_c") continue;
    // To empty what is empty is no edit: there would be nothing in it to take back.
    if (!row || !sameValue(row[field] ?? null, stored)) patch[field] = stored;
  }
  if (row && Object.keys(patch).length === 0) return null;

  const clocks = row?._c ?? {};
  const base: Record<string, Stamp> = {};
  for (const field of Object.keys(patch)) {
    const overwritten = clocks[field];
    if (overwritten) base[field] = overwritten;
  }
  // After what it overwrites too: a stamp from a browser whose clock is ahead must not win over this edit.
  const stamp = nextStamp([context.last, ...Object.values(base)], context.now, context.writer);
  const stamped = Object.fromEntries(Object.keys(patch).map((field) => [field, stamp]));
  const next: Stamped & Patch = { ...row, ...patch, id: write.id, _c: { ...clocks, ...stamped } };
  return {
    row: next,
    change: {
      table: write.table,
      id: write.id,
      space: typeof next["space"] === "string" ? next["space"] : "personal",
      patch,
      stamp,
      base,
      act: context.act,
      did: context.did,
      ...(context.why === undefined ? {} : { why: context.why }),
      ...(context.undoes === undefined ? {} : { undoes: context.undoes }),
      author: context.author,
      at: context.now,
    },
  };
}

/**
 * One entry of the log where an act goes on (a minute of typing): each save would otherwise store the whole text again.
 * The entry keeps its place, says the latest values, and remembers what the act overwrote first.
 * @param earlier the last entry of the row's log, of the same act
 * @param applied what {@link applyWrite} made of the row as that entry left it
 */
export function continueAct(
  earlier: Change,
  applied: { row: Stamped & Patch; change: Change },
): { row: Stamped & Patch; change: Change } {
  const { row, change } = applied;
  const patch = { ...earlier.patch, ...change.patch };
  const base = { ...earlier.base };
  for (const [field, stamp] of Object.entries(change.base)) {
    if (!(field in earlier.patch)) base[field] = stamp;
  }
  // One entry has one stamp, so the fields that it set before move on with it.
  const stamped = Object.fromEntries(Object.keys(patch).map((field) => [field, change.stamp]));
  return {
    row: { ...row, _c: { ...row._c, ...stamped } },
    change: { ...change, ...(earlier.n === undefined ? {} : { n: earlier.n }), patch, base },
  };
}

/** Equal as stored: objects by what is in them. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a == null && b == null) return a === b;
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}
