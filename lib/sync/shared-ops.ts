import type { Change, Patch } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { compareStamps, isStamp, type Stamp } from "@/lib/domain/hlc.ts";
import { blank, localFields, type Shared } from "@/lib/domain/shared.ts";
import type { Op } from "./op.ts";

/** A shared record with its change log. */
export interface Logged {
  row: Shared;
  log: readonly Change[];
}

/** A field as the other person is told of it. */
export interface Told {
  value: unknown;
  stamp: Stamp;
  /** What it came after: its author had seen all of these. */
  after: ReadonlySet<string>;
}

/** The name of a stamp. */
export function stampKey([ms, counter, writer]: Stamp): string {
  return `${ms}.${counter}.${writer}`;
}

/** @returns `null` for what is no name of a stamp */
export function stampOf(key: string): Stamp | null {
  const [ms = "", counter = "", ...writer] = key.split(".");
  const stamp = [Number(ms), Number(counter), writer.join(".")];
  return isStamp(stamp) && stampKey(stamp) === key ? stamp : null;
}

/**
 * A record as it is told of: nothing of what is local. An own record in the trash is one that was taken back, and tells
 * nothing but that. A record of the other person that was put away here is told of as it is: it is theirs.
 */
export function toldOf({ row, log }: Logged, me: Id): Map<string, Told> {
  const told = new Map<string, Told>();
  const own = row.author === me;
  const moved = own ? row._c?.["deletedAt"] : undefined;
  const gone = own && typeof row.deletedAt === "number" ? row.deletedAt : null;
  const fields = new Set(Object.keys(row).filter((field) => !localFields.has(field)));
  if (moved) fields.add("unsharedAt");
  for (const field of fields) {
    const stamp = row._c?.[field];
    const lifted = moved && isWords(field) ? later(stamp, moved) : stamp;
    if (!lifted) continue;
    const after = stamp ? cameAfter(log, row, field, stamp) : new Set<string>();
    if (stamp && lifted !== stamp) after.add(stampKey(stamp));
    const value = (row as Patch)[field] ?? null;
    told.set(field, {
      value: gone === null ? value : valueWhenGone(field, value, gone),
      stamp: lifted,
      after,
    });
  }
  return told;
}

export function newestFirst(keys: Iterable<string>): Stamp[] {
  const stamps = [...keys].map(stampOf).filter((stamp) => stamp !== null);
  return stamps.toSorted((a, b) => compareStamps(b, a));
}

/** What stops being told when a record is taken back; fields of a later version too, which may be words. */
function isWords(field: string): boolean {
  return !["author", "createdAt", "kind", "space", "visibility"].includes(field);
}

function valueWhenGone(field: string, value: unknown, gone: number): unknown {
  if (field === "unsharedAt") return gone;
  if (!isWords(field)) return value;
  return field in blank ? blank[field as keyof typeof blank] : null;
}

function later(a: Stamp | undefined, b: Stamp): Stamp {
  return a && compareStamps(a, b) >= 0 ? a : b;
}

/** All that the present value of a field came after, as far as the log and what other files told go back. */
function cameAfter(log: readonly Change[], row: Shared, field: string, stamp: Stamp): Set<string> {
  const bases = new Map<string, Stamp>();
  for (const change of log) {
    const base = change.base[field];
    if (base && field in change.patch) bases.set(stampKey(change.stamp), base);
  }
  const walked = new Set<string>();
  let base = bases.get(stampKey(stamp));
  // A log that was put together from several files may lead in a circle.
  while (base && !walked.has(stampKey(base))) {
    walked.add(stampKey(base));
    base = bases.get(stampKey(base));
  }
  return new Set([...walked, ...(row.seen?.[field] ?? [])]);
}

/** The whole state of a room as edits, each with the stamps of what it came after and no word of what was there before. */
export function opsOfRoom(records: readonly Logged[], me: Id): Op[] {
  return records.flatMap((record) => {
    const ops = new Map<string, Op & { patch: Patch; base: Record<string, Stamp> }>();
    const before = new Map<string, Record<string, string[]>>();
    for (const [field, { value, stamp, after }] of toldOf(record, me)) {
      const key = stampKey(stamp);
      const op = ops.get(key) ?? { table: "shared", id: record.row.id, patch: {}, stamp, base: {} };
      ops.set(key, op);
      op.patch[field] = value;
      if (after.size === 0) continue;
      const [latest, ...rest] = newestFirst(after);
      if (latest) op.base[field] = latest;
      if (rest.length > 0) before.set(key, { ...before.get(key), [field]: rest.map(stampKey) });
    }
    return [...ops.entries()].map(([key, op]) => {
      const note = before.get(key);
      return note ? { ...op, note: { before: note } } : op;
    });
  });
}

/** Edits from a file as fields of records, by id. What is local there is nothing to us. */
export function toldIn(ops: readonly Op[]): Map<Id, Map<string, Told>> {
  const records = new Map<Id, Map<string, Told>>();
  for (const { id, patch, stamp, base, note } of ops) {
    const record = records.get(id) ?? new Map<string, Told>();
    records.set(id, record);
    for (const [field, value] of Object.entries(patch)) {
      if (localFields.has(field)) continue;
      const known = record.get(field);
      if (known && compareStamps(known.stamp, stamp) >= 0) continue;
      const after = new Set(beforeIn(note, field));
      const seen = base[field];
      if (seen) after.add(stampKey(seen));
      record.set(field, { value, stamp, after });
    }
  }
  return records;
}

function beforeIn(note: unknown, field: string): string[] {
  const before = isFields(note) ? note["before"] : undefined;
  const stamps = isFields(before) && Object.hasOwn(before, field) ? before[field] : [];
  return Array.isArray(stamps) ? stamps.filter((each): each is string => isStampKey(each)) : [];
}

function isStampKey(value: unknown): value is string {
  return typeof value === "string" && stampOf(value) !== null;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
