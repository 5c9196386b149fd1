import { onTestFinished } from "vitest";
import { type DbOptions, MilepostDb } from "@/lib/db/database.ts";
import type { MeetingForm } from "@/lib/db/meetings.ts";
import type { FirstRun } from "@/lib/db/mentorships.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";

/** Tuesday 24 November 2026, 14:22 in Berlin. */
export const testNow = Date.parse("2026-11-24T13:22:00Z");
export const testZone = "Europe/Berlin";

/** A clock that stands still until it is moved. */
export interface TestClock {
  now: number;
}

/** A database of its own in the real IndexedDB of this browser, deleted when the test is over. */
export function freshDb(clock: TestClock = { now: testNow }): MilepostDb {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => void indexedDB.deleteDatabase(name));
  return anotherTab(name, clock);
}

/** A second connection to a database, as another tab has it. */
export function anotherTab(
  name: string,
  clock: TestClock = { now: testNow },
  options: DbOptions = {},
): MilepostDb {
  const db = new MilepostDb({ name, now: () => clock.now, ...options });
  onTestFinished(() => db.close());
  return db;
}

/** All rows of all tables. */
export async function dump(db: MilepostDb): Promise<Record<string, unknown[]>> {
  const tables = db.tables.map(async (table) => [table.name, await table.toArray()] as const);
  return Object.fromEntries(await Promise.all(tables));
}

/** The row that the change log tells of, `undefined` where it tells of none. */
export async function replayed(db: MilepostDb, table: Change["table"], id: Id): Promise<unknown> {
  const log = await db.changes.where("[table+id]").equals([table, id]).sortBy("n");
  if (log.length === 0) return undefined;
  const row: Record<string, unknown> = { id };
  const clocks: Record<string, unknown> = {};
  for (const change of log) {
    for (const [field, value] of Object.entries(change.patch)) {
      row[field] = value;
      clocks[field] = change.stamp;
    }
  }
  return { ...row, _c: clocks };
}

/** Answers to the first run that are all well. */
export const firstRun: FirstRun = {
  role: "mentee",
  myName: "Noor Haddad",
  partnerName: "Elif Yıldız",
  destination: "Lead a team of five",
  goal: "Run good one-to-ones",
  milestone: "Hold the first three",
  milestoneOn: "2026-12-10",
  meetingOn: "2026-11-30",
  meetingTime: "09:00",
  meetingLink: "https://meet.google.com/abc-defg-hij",
  meetingTitle: "Kickoff",
  cadence: { every: 2, unit: "week" },
  timeZone: testZone,
};

/** Answers to the form for a meeting that are all well. */
export const meetingForm: MeetingForm = {
  mentorshipId: "s1",
  kind: "checkIn",
  title: "Check-in",
  on: "2026-11-24",
  time: "15:00",
  timeZone: testZone,
  minutes: 45,
  link: "https://us05web.zoom.us/j/81234567890?pwd=secret",
};

/** The row of a meeting that is still to come. */
export const plannedMeeting: Meeting = {
  id: "m1",
  mentorshipId: "s1",
  author: "me",
  space: "personal",
  visibility: "private",
  createdAt: testNow,
  kind: "checkIn",
  title: "Check-in",
  status: "planned",
  startsOn: "2026-11-24",
  startsTime: "15:00",
  timeZone: testZone,
  plannedMinutes: 45,
};
