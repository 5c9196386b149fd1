import type { Change, Patch } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { isStamp, latestInstant, type Stamp } from "@/lib/domain/hlc.ts";
import { otherId, withOtherId } from "@/lib/domain/merge.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { SyncConflict } from "@/lib/domain/space.ts";
import { opKey, type Op } from "@/lib/sync/op.ts";

/*
 * Entries of the log as edits that travel, and back. The user goes by another id in each browser; on the way by this one,
 * so that no browser need know the others' ids, and nothing here has to be renamed.
 */
export const userOnTheWay = "me";

/** The table, and the reserved name on the way, of what was deleted for good; its ids are `TABLE/ID`. */
export const goneTable = "gone";
/** The names of the browsers, by the id that their stamps carry. */
export const browsersTable = "browsers";
/** Which conflicts were put away, in whatever browser, by {@link conflictOnTheWay}. */
export const conflictsTable = "conflicts";

/** What a conflict is called on the way: not by the ids of this browser, as its key is. */
export function conflictOnTheWay({ key }: Pick<SyncConflict, "key">): Id {
  const [table, , field, stamp] = JSON.parse(key) as readonly unknown[];
  return JSON.stringify([table, field, stamp]);
}

/** What is remembered of an edit beside what it did. */
type Note = Pick<Change, "author" | "at" | "act" | "did" | "why" | "undoes" | "merges">;

/** What an edit is logged as of which nothing is known but what it did. */
export const unknownDeed = "sync";

export function opOfChange({ table, id, patch, stamp, base, ...change }: Change, me: Id): Op {
  const { author, at, act, did, why, undoes, merges } = change;
  const note: Partial<Note> = {
    author: otherId(author, me, userOnTheWay),
    // Most often the stamp says it: `changeOfOp` takes that for granted.
    ...(at === stamp[0] ? {} : { at }),
    act,
    did,
    ...(why === undefined ? {} : { why }),
    ...(undoes === undefined ? {} : { undoes }),
    ...(merges === undefined ? {} : { merges }),
  };
  const op = { table, id, patch, stamp, base };
  return renamed(did === unknownDeed ? op : { ...op, note }, me, userOnTheWay);
}

/** An edit of a foreign row, or of a row that no log tells of. */
export const onTheWay = (op: Op, me: Id): Op => renamed(op, me, userOnTheWay);
export const asHere = (op: Op, me: Id): Op => renamed(op, userOnTheWay, me);

/** @param op as it is here; what its note says is not to be trusted */
export function changeOfOp(op: Op, me: Id): Change {
  const { table, id, patch, stamp, base } = op;
  const note = noteOf(op.note);
  return {
    table: table as TableName,
    id,
    space: "personal",
    patch: { ...patch },
    stamp,
    base: { ...base },
    act: note.act ?? `sync.${stamp.join(".")}`,
    did: note.did ?? unknownDeed,
    author: otherId(note.author ?? me, userOnTheWay, me),
    at: note.at ?? stamp[0],
    ...(note.why === undefined ? {} : { why: note.why }),
    ...(note.undoes === undefined ? {} : { undoes: note.undoes }),
    ...(note.merges === undefined ? {} : { merges: note.merges }),
  };
}

/** The same edit has the same key in every browser. */
export function keyOfChange({ table, id, stamp, patch }: Change): string {
  return opKey({ table, id, stamp, patch, base: {} });
}

function renamed(op: Op, before: Id, after: Id): Op {
  return { ...op, id: renamedId(op, before, after), patch: withOtherId(op.patch, before, after) };
}

function renamedId({ table, id }: Op, before: Id, after: Id): Id {
  if (table !== goneTable) return otherId(id, before, after);
  const slash = id.indexOf("/");
  return `${id.slice(0, slash + 1)}${otherId(id.slice(slash + 1), before, after)}`;
}

function noteOf(note: unknown): Partial<Note> {
  if (typeof note !== "object" || note === null) return {};
  const { author, at, act, did, why, undoes, merges } = note as Patch;
  return {
    ...(isName(author) ? { author } : {}),
    ...(isInstant(at) ? { at } : {}),
    ...(isName(act) ? { act } : {}),
    ...(isName(did) ? { did } : {}),
    ...(typeof why === "string" ? { why } : {}),
    ...(isName(undoes) ? { undoes } : {}),
    ...(areStamps(merges) ? { merges } : {}),
  };
}

const isName = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= 500;
const isInstant = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= latestInstant;
const areStamps = (value: unknown): value is Stamp[] => Array.isArray(value) && value.every(isStamp);
