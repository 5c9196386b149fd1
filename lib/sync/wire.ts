import { isStamp, type Stamp } from "@/lib/domain/hlc.ts";
import { isHash, isLink, isRef, isWriter, type Link, type Ref } from "./names.ts";
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
  /** Where it holds everything: what that is. */
  whole?: Coverage | undefined;
}

/** What is in everything that a browser has. */
export interface Coverage {
  /** Hashes of batches. */
  covers: readonly string[];
  /** Batches before those that are in it, and are not: whoever takes it over takes over its holes. */
  misses: readonly Link[];
}

/** The list of a snapshot: its parts in order. */
export interface SnapshotList extends Coverage {
  parts: readonly Ref[];
}

export function batchBody(batch: Batch): unknown {
  return {
    v: format,
    at: batch.at,
    seen: batch.seen,
    ...opsBody(batch.ops),
    ...(batch.asks.length > 0 ? { asks: batch.asks } : {}),
    ...(batch.whole ? { whole: coverageBody(batch.whole) } : {}),
  };
}

/** @throws Unreadable */
export function readBatch(body: unknown): Batch {
  const fields = versioned(body);
  const { at, seen, asks = [], whole } = fields;
  if (!Number.isSafeInteger(at) || !areAll(asks, isHash) || !areCounts(seen)) throw new Unreadable("damaged");
  const content = { at: at as number, ops: readOps(fields), seen, asks };
  return whole === undefined ? content : { ...content, whole: readCoverage(whole) };
}

export function partBody(ops: readonly Op[]): unknown {
  return { v: format, ...opsBody(ops) };
}

/** @throws Unreadable */
export function readPart(body: unknown): readonly Op[] {
  return readOps(versioned(body));
}

export function listBody(list: SnapshotList): unknown {
  return { v: format, parts: list.parts, ...coverageBody(list) };
}

/** @throws Unreadable */
export function readList(body: unknown): SnapshotList {
  const fields = versioned(body);
  if (!areAll(fields["parts"], isRef)) throw new Unreadable("damaged");
  return { parts: fields["parts"], ...readCoverage(fields) };
}

function coverageBody({ covers, misses }: Coverage): Record<string, unknown> {
  return { covers, misses: misses.map(({ writer, seq, ref }) => ({ writer, seq, ref })) };
}

function readCoverage(body: unknown): Coverage {
  const { covers, misses } = isFields(body) ? body : {};
  if (!areAll(covers, isHash) || !areAll(misses, isLink)) throw new Unreadable("damaged");
  return { covers, misses };
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
  const bases: Record<string, Stamp> = {};
  for (const field of Object.keys(base)) bases[field] = fullStamp(base[field], by);
  const known: Op = { table, id, patch, stamp: full, base: bases };
  return note === undefined ? known : { ...known, note };
}

function fullStamp(value: unknown, by: string): Stamp {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  const stamp: unknown = parts.length === 2 ? [parts[0], parts[1], by] : value;
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
