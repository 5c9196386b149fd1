import { canonicalJson } from "./canonical-json.ts";
import type { Change, Patch } from "./change.ts";
import type { Id, Stamped } from "./envelope.ts";
import { compareStamps, type Stamp } from "./hlc.ts";

/**
 * Two states of one record as one: each field as it was edited last. A field that nobody edited gives way to one that
 * somebody did, and is taken only where there is none. Doing it again changes nothing.
 * @returns `mine` itself where nothing of `theirs` is newer
 */
export function mergeRows<Row extends Stamped & Patch>(mine: Row, theirs: Row): Row {
  const taken: Patch = {};
  const stamps: Record<string, Stamp> = {};
  for (const [field, value] of Object.entries(theirs)) {
    if (field === "id" || field === "_c") continue;
    const stamp = theirs._c?.[field];
    const own = mine._c?.[field];
    const newer = stamp
      ? !own || overtakes(stamp, value, own, mine[field])
      : !own && !Object.hasOwn(mine, field);
    if (!newer) continue;
    taken[field] = value;
    if (stamp) stamps[field] = stamp;
  }
  if (Object.keys(taken).length === 0) return mine;
  return { ...mine, ...taken, _c: { ...mine._c, ...stamps } };
}

/**
 * Whether an edit takes the place of another one of the same field: the later stamp, and between two edits of one stamp
 * the value. A browser's profile that is started twice gives the same stamp to two edits, and both must end alike.
 */
export function overtakes(stamp: Stamp, value: unknown, own: Stamp, ownValue: unknown): boolean {
  const order = compareStamps(stamp, own);
  if (order !== 0) return order > 0;
  return value !== ownValue && canonicalJson(value) > canonicalJson(ownValue);
}

/**
 * A row, or an entry of a change log, in which one person goes by another id: the same user, in another browser. Ids
 * that are made from theirs are made from the new one.
 */
export function withOtherId<Row extends Patch>(row: Row, before: Id, after: Id): Row {
  const renamed: Patch = {};
  for (const [field, value] of Object.entries(row)) {
    renamed[field] = isIdField(field) && typeof value === "string" ? otherId(value, before, after) : value;
  }
  return renamed as Row;
}

/** {@link withOtherId} for an entry of the log: the fields that it sets as well. */
export function changeWithOtherId<Entry extends Change>(change: Entry, before: Id, after: Id): Entry {
  return {
    ...change,
    id: otherId(change.id, before, after),
    author: otherId(change.author, before, after),
    patch: withOtherId(change.patch, before, after),
  };
}

export function otherId(id: Id, before: Id, after: Id): Id {
  if (id === before) return after;
  // See `noteId`: what one author wrote of one meeting.
  return id.startsWith("note.") && id.endsWith(`.${before}`) ? id.slice(0, -before.length) + after : id;
}

function isIdField(field: string): boolean {
  return field === "id" || field === "author" || field.endsWith("Id");
}
