import { compareStamps } from "@/lib/domain/hlc.ts";
import { foldOps, type Row } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";

/** What may change of a version that both agreed on: that it was removed with its mentorship, or that it is taken back. */
const open: ReadonlySet<string> = new Set(["status", "deletedAt"]);

/**
 * A version of an agreement stands as it was agreed on: what somebody changed in it later, not having seen that yet,
 * comes too late. The same in whatever order the edits come, since the whole log of the row is looked at.
 */
export function agreedAsItWas(
  before: Row | undefined,
  ops: readonly Op[],
  log: readonly Op[],
): Row | undefined {
  const row = foldOps(before, ops);
  if (row?.["status"] !== "agreed") return row;
  const at = row._c?.["status"];
  if (!at) return row;
  const late = (op: Op): boolean => compareStamps(op.stamp, at) > 0;
  if (!log.some((op) => late(op) && Object.keys(op.patch).some((field) => !open.has(field)))) return row;
  const inTime = log.map((op) => (late(op) ? { ...op, patch: openPart(op.patch) } : op));
  const told = foldOps(undefined, inTime) ?? row;
  // What no log tells of stays.
  const { _c: clocks = {}, ...fields } = row;
  const known = new Set(log.flatMap(({ patch }) => Object.keys(patch)));
  const rest = Object.keys(fields).filter((field) => !known.has(field));
  return {
    ...told,
    ...Object.fromEntries(rest.map((field) => [field, fields[field]])),
    id: row.id,
    _c: {
      ...told._c,
      ...Object.fromEntries(rest.flatMap((field) => (clocks[field] ? [[field, clocks[field]]] : []))),
    },
  };
}

function openPart(patch: Op["patch"]): Op["patch"] {
  return Object.fromEntries(Object.entries(patch).filter(([field]) => open.has(field)));
}
