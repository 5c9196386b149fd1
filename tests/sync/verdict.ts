import { isDeepStrictEqual } from "node:util";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import { overtakes } from "@/lib/domain/merge.ts";
import type { Op } from "@/lib/sync/op.ts";
import type { Seen, Subject } from "./subject.ts";

/** A browser of a run. */
export interface Browser {
  name: string;
  subject: Subject;
  clockOff: number;
  isAlive: boolean;
  backup: unknown;
}

/** An edit of a run. */
export interface Written {
  op: Op;
  by: Browser;
  /** A sync that ended well said that everything is sent. */
  isAcknowledged: boolean;
  /** It is physically lost, and nobody can be blamed for it. */
  isExcused: boolean;
}

/**
 * What was acknowledged is to be earned again. An edit that no living browser holds, or whose author died or was
 * restored since, may be nowhere any more.
 */
export async function excuseWhatIsLost(
  written: readonly Written[],
  browsers: readonly Browser[],
): Promise<void> {
  const seen = await seenBy(browsers);
  for (const each of written) {
    each.isAcknowledged = false;
    const isHeld = [...seen].some(([{ isAlive }, { rows }]) => isAlive && isOrIsOvertaken(rows, each.op));
    if (!isHeld || !each.by.isAlive || !isIn(seen.get(each.by)?.log ?? [], each.op)) each.isExcused = true;
  }
}

/** Held against what was written once all is calm: @returns `undefined` where nothing is wrong */
export async function whatIsWrong(
  written: readonly Written[],
  alive: readonly Browser[],
): Promise<string | undefined> {
  const seen = await seenBy(alive);
  const [first, ...others] = [...seen];
  if (!first) return "nobody is left";
  const [{ name }, { rows }] = first;
  for (const [other, theirs] of others) {
    const difference = differenceOf(rows, theirs.rows);
    if (difference) return `${name} and ${other.name} differ in ${difference}`;
  }
  for (const { op, by, isAcknowledged, isExcused } of written) {
    if (isExcused || (!isAcknowledged && !by.isAlive)) continue;
    if (!isOrIsOvertaken(rows, op)) return `lost: ${JSON.stringify(op)} of ${by.name}`;
  }
  const stuck = [...seen].find(([, { state }]) => (state?.missing.length ?? 0) > 0);
  return stuck && `${stuck[0].name} misses ${JSON.stringify(stuck[1].state?.missing)}`;
}

async function seenBy(browsers: readonly Browser[]): Promise<Map<Browser, Seen>> {
  const seen = new Map<Browser, Seen>();
  for (const browser of browsers) seen.set(browser, await browser.subject.look());
  return seen;
}

function isOrIsOvertaken(rows: Seen["rows"], { table, id, patch, stamp }: Op): boolean {
  const row = rows.get(`${table}/${id}`);
  return Object.entries(patch).every(([field, value]) => {
    const own = row?._c?.[field];
    return own !== undefined && !overtakes(stamp, value, own, row?.[field]);
  });
}

/** Whether an edit is in a log. */
export function isIn(log: Seen["log"], op: Op): boolean {
  return log.some((each) => each.op === op || isDeepStrictEqual(each.op, op));
}

function differenceOf(one: Seen["rows"], other: Seen["rows"]): string {
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((key) => [one, other].map((rows) => canonicalJson(rows.get(key) ?? null)))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => `${a} and ${b}`)
    .join(", ");
}
