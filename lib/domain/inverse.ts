import { type Change, type Patch, sameValue } from "./change.ts";
import type { Id } from "./envelope.ts";

/**
 * What a row's fields were before the changes of one act, read from its log. What was taken back since counts as if it
 * had not happened, so acts can be undone one after the other, the latest first.
 * @param log all changes of the row, oldest first, those of the act included
 * @returns the patch that takes the act back, `null` for a field or row that was not there before; fields that
 * were changed again since are left out and named in `kept`
 */
export function inverseOf(
  log: readonly Change[],
  act: Id,
): { patch: Patch; created: boolean; kept: string[] } {
  const { row, spans } = spansOf(log);
  const own = spans.get(act);
  if (!own) return { patch: {}, created: false, kept: [] };
  // What was undone and then done again shows in the value of the field.
  const undone = new Set(log.map((change) => change.undoes));
  const later = new Set<string>();
  for (const [other, span] of spans) {
    if (other === act || span.last < own.first || span.isUndo || undone.has(other)) continue;
    for (const [field, value] of Object.entries(span.left)) {
      if (!sameValue(value, span.before[field])) later.add(field);
    }
  }
  const patch: Patch = {};
  const kept: string[] = [];
  for (const [field, value] of Object.entries(own.left)) {
    if (later.has(field) || !sameValue(value, row[field])) kept.push(field);
    else patch[field] = own.before[field];
  }
  return { patch, created: own.first === 0, kept };
}

/** What one act did to a row: the fields as it found and as it left them, and its first and last place in the log. */
interface Span {
  first: number;
  last: number;
  isUndo: boolean;
  before: Patch;
  left: Patch;
}

function spansOf(log: readonly Change[]): { row: Patch; spans: Map<Id, Span> } {
  const row: Patch = {};
  const spans = new Map<Id, Span>();
  for (const [index, change] of log.entries()) {
    const isUndo = change.undoes !== undefined;
    const span = spans.get(change.act) ?? { first: index, last: index, isUndo, before: {}, left: {} };
    spans.set(change.act, span);
    span.last = index;
    for (const [field, value] of Object.entries(change.patch)) {
      if (!(field in span.left)) span.before[field] = row[field] ?? null;
      span.left[field] = value;
      row[field] = value;
    }
  }
  return { row, spans };
}
