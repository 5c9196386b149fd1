import { type Change, inverseOf, type Write } from "@/lib/domain/change.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { logOf } from "./log.ts";
import { mutate } from "./mutate.ts";

/**
 * Takes back everything one act did, as a new act of its own (which can be undone too). Rows it made go to the
 * trash. A field that somebody changed since is left as it is.
 * @returns the id of the undoing act
 * @throws UserError `nothingToUndo` when the act is unknown or made no difference, `changedSince` when all it did was
 * changed since
 */
export async function undo(db: MilepostDb, act: Id): Promise<Id> {
  let changedSince = false;
  const undone = await mutate(db, { did: "undo", undoes: act }, async () => {
    const changes = await db.changes.where("act").equals(act).toArray();
    if (changes.length === 0) throw new UserError("nothingToUndo");
    const rows = new Map(changes.map((change) => [`${change.table}/${change.id}`, change]));
    const writes: Write[] = [];
    for (const { table, id } of rows.values()) {
      const { patch, created, kept } = inverseOf(await logOf(db, table, id), act);
      const row: { deletedAt?: Instant | null } | undefined = await db.table(table).get(id);
      writes.push({ table, id, patch: created ? { deletedAt: row?.deletedAt ?? db.now() } : patch });
      changedSince ||= kept.length > 0;
    }
    return writes;
  });
  if (!undone) throw new UserError(changedSince ? "changedSince" : "nothingToUndo");
  return undone;
}

/** An act that can be taken back, or done again. */
export interface Undoable {
  act: Id;
  /** The name of the verb that did what is taken back, or done again. */
  did: string;
}

/** Older acts than this are left to the history: a key pressed by accident must not reach into last week. */
const undoableMs = 24 * 3_600_000;

/** What is typed has its editor's own undo, and its history; a key pressed elsewhere must not take a page of it. */
const ownUndo: ReadonlySet<string> = new Set(["writeNote"]);

/**
 * What the undo key takes back next: the last act of this browser that stands. Read from the log, so it is the same in
 * every window and after closing them all.
 */
export async function nextUndo(db: MilepostDb): Promise<Undoable | null> {
  for await (const { change, undoes } of standingActs(db)) {
    if (!undoes) return { act: change.act, did: change.did };
  }
  return null;
}

/** What the redo key does again: the last act that was taken back, if nothing else was done since. */
export async function nextRedo(db: MilepostDb): Promise<Undoable | null> {
  for await (const { change, undoes } of standingActs(db)) {
    if (!undoes) return null;
    // An undo of an undo is a redo, and what it brought back is behind us.
    if (undoes.undoes === undefined) return { act: change.act, did: undoes.did };
  }
  return null;
}

/** The acts of this browser that were not taken back, the latest first; with what each takes back itself. */
async function* standingActs(db: MilepostDb): AsyncGenerator<{ change: Change; undoes: Change | undefined }> {
  const writer = (await db.metaOf("identity"))?.writer;
  const since = db.now() - undoableMs;
  const takenBack = new Set<Id>();
  const seen = new Set<Id>();
  let before: number | undefined;
  while (true) {
    const page = await db.changes
      .where(":id")
      .below(before ?? Infinity)
      .reverse()
      .limit(50)
      .toArray();
    for (const change of page) {
      if (change.at < since) return;
      if (change.stamp[2] !== writer || seen.has(change.act) || ownUndo.has(change.did)) continue;
      seen.add(change.act);
      if (takenBack.has(change.act)) continue;
      if (change.undoes !== undefined) takenBack.add(change.undoes);
      const undoes =
        change.undoes === undefined ? undefined : await db.changes.where("act").equals(change.undoes).first();
      yield { change, undoes };
    }
    before = page.at(-1)?.n;
    if (before === undefined || page.length < 50) return;
  }
}
