import type { Change } from "@/lib/domain/change.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { isInRoom, type Shared } from "@/lib/domain/shared.ts";
import type { MilepostDb } from "./database.ts";

/** All that two people share, what was taken back or put away too. */
export function sharedOf(db: MilepostDb, mentorshipId: Id): Promise<Shared[]> {
  return db.shared.where("mentorshipId").equals(mentorshipId).toArray();
}

/** What the other person shared of a meeting on a day: their recap, their notes. The latest first. */
export async function theirWordsOf(db: MilepostDb, mentorshipId: Id, meetingOn: Day): Promise<Shared[]> {
  const me = (await db.metaOf("identity"))?.me;
  return (await sharedOf(db, mentorshipId))
    .filter((row) => row.author !== me && row.kind === "summary" && row.dueOn === meetingOn && isInRoom(row))
    .toSorted((a, b) => b.createdAt - a.createdAt);
}

/**
 * The names of the room of a mentorship. Where the act that gave it one was undone, what is still in it says the name.
 */
export async function roomNames(
  db: MilepostDb,
  mentorship: Pick<Mentorship, "id" | "roomIds"> | undefined,
): Promise<Id[]> {
  if (!mentorship) return [];
  const rows = await sharedOf(db, mentorship.id);
  return [...new Set([...(mentorship.roomIds ?? []), ...rows.map(({ space }) => space)])].toSorted();
}

/** The ids of {@link sharedOf}, without reading the rows. */
export async function sharedIdsOf(db: MilepostDb, mentorshipId: Id): Promise<ReadonlySet<Id>> {
  return new Set(await db.shared.where("mentorshipId").equals(mentorshipId).primaryKeys());
}

/** {@link sharedOf} with the change log of each. @param ids of some of them; all where none are named */
export async function sharedWithLogs(
  db: MilepostDb,
  mentorshipId: Id,
  ids?: readonly Id[],
): Promise<{ row: Shared; log: Change[] }[]> {
  const rows = ids
    ? (await db.shared.bulkGet([...ids])).flatMap((row) => (row?.mentorshipId === mentorshipId ? [row] : []))
    : await sharedOf(db, mentorshipId);
  const keys = rows.map(({ id }): [string, Id] => ["shared", id]);
  const log = await db.changes.where("[table+id]").anyOf(keys).toArray();
  const byId = Map.groupBy(log, ({ id }) => id);
  return rows.map((row) => ({ row, log: byId.get(row.id) ?? [] }));
}
