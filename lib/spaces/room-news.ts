import type { MilepostDb } from "@/lib/db/database.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { isInRoom } from "@/lib/domain/shared.ts";
import { browsersTable } from "./ops.ts";

/** It came, or what it says was changed. */
export type NewsKind = "new" | "changed";

/** What the other person did in a room and was not seen in this browser yet. */
export interface RoomNews {
  /** By the id of what it was done to, of what is in the room now. */
  kinds: ReadonlyMap<Id, NewsKind>;
  /** The place in the change log up to which all of it is told of. */
  upTo: number;
}

/** So many changes to shared records are looked at, the latest: a first sync may bring any number of them. */
export const mostLookedAt = 1_000;

/**
 * What is new in a room, by the order in which it came in here: the times of the two browsers are not compared. Only the
 * entries of the log that tell of shared records are looked for, and only those after the last visit are read.
 */
export async function newsOfRoom(db: MilepostDb, mentorshipId: Id): Promise<RoomNews> {
  const seenUpTo = (await db.visits.get(mentorshipId))?.roomUpTo ?? 0;
  const places = await db.changes
    .where("[table+id]")
    .between(["shared", ""], ["shared", "\uffff"])
    .primaryKeys();
  const later = places.filter((n) => n > seenUpTo).toSorted((a, b) => a - b);
  const upTo = later.at(-1) ?? seenUpTo;
  if (later.length === 0) return { kinds: new Map(), upTo };
  const changes = await db.changes.bulkGet(later.slice(-mostLookedAt));
  const isOwn = await ownChanges(db);
  const theirs = changes.filter((change) => change !== undefined).filter((change) => !isOwn(change));
  const here = new Set((await sharedOf(db, mentorshipId)).filter(isInRoom).map(({ id }) => id));
  const kinds = new Map<Id, NewsKind>();
  for (const { id, patch } of theirs) {
    if (here.has(id) && kinds.get(id) !== "new") kinds.set(id, "kind" in patch ? "new" : "changed");
  }
  return { kinds, upTo };
}

/** Whether a change was made by the person, in whatever browser of theirs: a room tells of the two people only. */
async function ownChanges(db: MilepostDb): Promise<(change: Change) => boolean> {
  const me = (await db.metaOf("identity"))?.me;
  const browsers = await db.foreign.where("table").equals(browsersTable).toArray();
  const writers = new Set(browsers.map(({ row }) => row.id));
  return ({ author, stamp }) => author === me || writers.has(stamp[2]);
}
