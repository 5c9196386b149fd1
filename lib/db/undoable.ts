import type { Change } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { compareStamps, type Stamp } from "@/lib/domain/hlc.ts";
import type { MilepostDb } from "./database.ts";

/** An act that can be taken back, or done again. */
export interface Undoable {
  act: Id;
  /** The name of the verb that did what is taken back, or done again. */
  did: string;
}

/** Older acts than this are left to the history: a key pressed by accident must not reach into last week. */
const undoableMs = 24 * 3_600_000;

/**
 * What is typed has its editor's own undo, and its history; a key pressed elsewhere must not take a page of it. What a
 * subscribed calendar or the other person brought nobody did here, so a key that takes back what one did must not meet it.
 */
const ownUndo: ReadonlySet<string> = new Set(["writeNote", "followCalendar", "syncRoom"]);

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
  const barrier = (await db.metaOf("undoFrom"))?.stamp;
  const takenBack = new Set<Id>();
  const seen = new Set<Id>();
  // By stamp, not by place: a backup or another browser brings entries late.
  let before: Stamp | undefined;
  while (true) {
    const log = before ? db.changes.where("stamp").below(before) : db.changes.orderBy("stamp");
    const page = await log.reverse().limit(50).toArray();
    for (const change of page) {
      if (change.stamp[0] < since || (barrier && compareStamps(change.stamp, barrier) <= 0)) return;
      if (change.stamp[2] !== writer || seen.has(change.act) || ownUndo.has(change.did)) continue;
      seen.add(change.act);
      if (takenBack.has(change.act)) continue;
      if (change.undoes !== undefined) takenBack.add(change.undoes);
      const undoes =
        change.undoes === undefined ? undefined : await db.changes.where("act").equals(change.undoes).first();
      yield { change, undoes };
    }
    before = page.at(-1)?.stamp;
    if (!before || page.length < 50) return;
  }
}
