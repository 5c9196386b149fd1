import { isStamp, type Stamp } from "@/lib/domain/hlc.ts";
import { isHash, isRef, isWriter, type Ref } from "./names.ts";
import type { Op } from "./op.ts";
import { Unreadable } from "./sealer.ts";

/*
 * What is in a parcel. Its structure is checked, its meaning is not: a table or a field that this version does not know
 * is kept with its stamps and passed on, so that an older browser between two newer ones loses nothing.
 */

/** Written by this version, and the newest that it reads. */
const format = 1;

export interface Batch {
  /** When it was made by its writer's own clock, epoch ms. */
  at: number;
  ops: readonly Op[];
  /** How far its writer had read each of the others. */
  seen: Readonly<Record<string, number>>;
  /** Hashes of batches that its writer cannot read and asks for. */
  asks: readonly string[];
  /** Hashes of batches that are in it as well. */
  covers: readonly string[];
}

/** The list of a snapshot: its parts in order, and the hashes of the batches that are in them. */
export interface SnapshotList {
  parts: readonly Ref[];
  covers: readonly string[];
}

export function batchBody(batch: Batch): unknown {
  return {
    v: format,
    at: batch.at,
    seen: batch.seen,
    ...opsBody(batch.ops),
    ...(batch.asks.length > 0 ? { asks: batch.asks } : {}),
    ...(batch.covers.length > 0 ? { covers: batch.covers } : {}),
  };
}

/** @throws Unreadable */
export function readBatch(body: unknown): Batch {
  const fields = versioned(body);
  const { at, seen, asks = [], covers = [] } = fields;
  if (!Number.isSafeInteger(at) || !areAll(asks, isHash) || !areAll(covers, isHash) || !areCounts(seen))
    throw new Unreadable("damaged");
  return { at: at as number, ops: readOps(fields), seen, asks, covers };
}

export function partBody(ops: readonly Op[]): unknown {
  return { v: format, ...opsBody(ops) };
}

/** @throws Unreadable */
export function readPart(body: unknown): readonly Op[] {
  return readOps(versioned(body));
}

export function listBody({ parts, covers }: SnapshotList): unknown {
  return { v: format, parts, covers };
}

/** @throws Unreadable */
export function readList(body: unknown): SnapshotList {
  const { parts, covers } = versioned(body);
  if (!areAll(parts, isRef) || !areAll(covers, isHash)) throw new Unreadable("damaged");
  return { parts, covers };
}

/** About how much an edit takes, bytes. */
export function sizeOf(op: Op): number {
  return JSON.stringify(op).length;
}

/** `["set", table, id, patch, stamp, base, note]`; a stamp of the writer that has most of them goes without its name. */
function opsBody(ops: readonly Op[]): { by: string; ops: unknown[] } {
  const by = mostCommon(ops.map(({ stamp }) => stamp[2]));
  const short = (stamp: Stamp): unknown => (stamp[2] === by ? [stamp[0], stamp[1]] : stamp);
  return {
    by,
    ops: ops.map(({ table, id, patch, stamp, base, note }) => {
      const bases = Object.fromEntries(Object.entries(base).map(([field, seen]) => [field, short(seen)]));
      return ["set", table, id, patch, short(stamp), bases, ...(note === undefined ? [] : [note])];
    }),
  };
}

function readOps({ by, ops }: Record<string, unknown>): Op[] {
  if (typeof by !== "string" || !Array.isArray(ops)) throw new Unreadable("damaged");
  return ops.map((op) => readOp(op, by));
}

function readOp(op: unknown, by: string): Op {
  if (!Array.isArray(op)) throw new Unreadable("damaged");
  const [kind, table, id, patch, stamp, base, note] = op as unknown[];
  if (kind !== "set") throw new Unreadable("newer");
  const full = fullStamp(stamp, by);
  if (!isName(table) || !isName(id) || !isFields(patch) || !isFields(base)) throw new Unreadable("damaged");
  const bases = Object.entries(base).map(([field, seen]) => [field, fullStamp(seen, by)] as const);
  return {
    table,
    id,
    patch,
    stamp: full,
    base: Object.fromEntries(bases),
    ...(note === undefined ? {} : { note }),
  };
}

function fullStamp(value: unknown, by: string): Stamp {
  const stamp: unknown = Array.isArray(value) && value.length === 2 ? [...(value as unknown[]), by] : value;
  if (!isStamp(stamp)) throw new Unreadable("damaged");
  return stamp;
}

function versioned(body: unknown): Record<string, unknown> {
  if (!isFields(body)) throw new Unreadable("damaged");
  if (typeof body["v"] === "number" && body["v"] > format) throw new Unreadable("newer");
  if (body["v"] !== format) throw new Unreadable("damaged");
  return body;
}

const isName = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= 200 && value !== "__proto__";

function isFields(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return !Object.hasOwn(value, "__proto__");
}

function areAll<T>(values: unknown, is: (value: unknown) => value is T): values is T[] {
  return Array.isArray(values) && values.every(is);
}

function areCounts(value: unknown): value is Record<string, number> {
  return (
    isFields(value) &&
    Object.entries(value).every(([writer, seq]) => isWriter(writer) && Number.isSafeInteger(seq))
  );
}

function mostCommon(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}
