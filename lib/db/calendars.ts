import { Dexie } from "dexie";
import { type Calendar, eventKey, type SeriesChoice } from "@/lib/domain/calendar-event.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";

/*
 * Subscribed calendars and what was chosen for their series. Facts of this browser: they are not logged, not backed up
 * and not undone, since an address is a key to somebody's whole calendar.
 */

export async function allCalendars(db: MilepostDb): Promise<Calendar[]> {
  return (await db.calendars.toArray()).toSorted((a, b) => a.addedAt - b.addedAt);
}

/**
 * Follows an address from now on. Nothing is taken in before the person has seen what is in it.
 * @param address as `calendarAddressFrom` makes it
 * @throws UserError `calendarTwice`
 */
export async function addCalendar(db: MilepostDb, address: string): Promise<Id> {
  const id = db.newId();
  await db.transaction("rw", db.calendars, async () => {
    const known = await db.calendars.toArray();
    if (known.some((calendar) => calendar.address === address)) throw new UserError("calendarTwice");
    await db.calendars.put({
      id,
      address,
      name: "",
      addedAt: db.now(),
      readAt: 0,
      parsedAt: 0,
      dueAt: 0,
      failures: 0,
      problem: null,
      etag: "",
      lastModified: "",
      showAll: true,
      waiting: null,
      seen: {},
      differing: [],
    });
  });
  return id;
}

/** Changes facts of a calendar; one that is not followed any more stays gone. */
export async function setCalendar(db: MilepostDb, id: Id, facts: Partial<Calendar>): Promise<void> {
  await db.calendars.update(id, facts);
}

/** Stops following. Its meetings stay as they are. */
export async function dropCalendar(db: MilepostDb, id: Id): Promise<void> {
  await db.calendars.delete(id);
}

export async function seriesChoices(db: MilepostDb): Promise<Map<string, Id | null>> {
  const rows: SeriesChoice[] = await db.seriesChoices.toArray();
  return new Map(rows.map(({ uid, mentorshipId }) => [uid, mentorshipId]));
}

export async function chooseSeries(db: MilepostDb, choices: readonly SeriesChoice[]): Promise<void> {
  await db.seriesChoices.bulkPut([...choices]);
}

/** Dates of calendars whose meetings lie in the trash: they do not come again by themselves. By `eventKey`. */
export async function removedDates(db: MilepostDb): Promise<Set<string>> {
  const rows = await db.meetings.where("deletedAt").above(0).toArray();
  return new Set(
    rows.flatMap(({ uid, recurrenceId }) =>
      uid ? [eventKey({ uid, recurrenceId: recurrenceId ?? "" })] : [],
    ),
  );
}

/** How many meetings ahead came from each calendar. */
export async function meetingsFrom(db: MilepostDb): Promise<Map<Id, number>> {
  const counts = new Map<Id, number>();
  const rows = await db.meetings.where("uid").above(Dexie.minKey).toArray();
  for (const { calendarId, deletedAt, status } of rows) {
    if (!calendarId || deletedAt || status !== "planned") continue;
    counts.set(calendarId, (counts.get(calendarId) ?? 0) + 1);
  }
  return counts;
}
