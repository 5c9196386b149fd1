import type { Id, Instant, Stamped } from "./envelope.ts";
import { nextStamp, type Stamp } from "./hlc.ts";
import type { TableName } from "./records.ts";

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
  /** What was done, as a key of the locale file under `acts`. */
  did: string;
  /** The person's own words, where a reason was asked for. */
  why?: string | undefined;
  author: Id;
  at: Instant;
}

/** What a repository asks to be written: the fields of `patch` in the row `id`, which is made if it is not there. */
export interface Write {
  table: TableName;
  id: Id;
  patch: Patch;
}

export interface WriteContext {
  now: Instant;
  writer: string;
  author: Id;
  act: Id;
  did: string;
  why?: string | undefined;
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
  for (const [field, value] of Object.entries(wanted)) {
    const stored = value === undefined ? null : value;
    if (field === "id" || field === "_c") continue;
    if (!row || !sameValue(row[field], stored)) patch[field] = stored;
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
      author: context.author,
      at: context.now,
    },
  };
}

/**
 * What a row's fields were before the changes of one act, read from its log.
 * @param log all changes of the row, oldest first, those of the act included
 * @returns the patch that takes the act back, `null` for a field or row that was not there before; fields that
 * were changed again since are left out and named in `kept`
 */
export function inverseOf(
  log: readonly Change[],
  act: Id,
): { patch: Patch; created: boolean; kept: string[] } {
  const first = log.findIndex((change) => change.act === act);
  const touched = new Set<string>();
  const later = new Set<string>();
  for (const change of log.slice(Math.max(first, 0))) {
    for (const field of Object.keys(change.patch)) (change.act === act ? touched : later).add(field);
  }
  const before: Patch = {};
  for (const change of log.slice(0, Math.max(first, 0))) Object.assign(before, change.patch);
  const patch: Patch = {};
  const kept: string[] = [];
  for (const field of touched) {
    if (later.has(field)) kept.push(field);
    else patch[field] = field in before ? before[field] : null;
  }
  return { patch, created: first === 0, kept };
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a == null && b == null) return a === b;
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}
