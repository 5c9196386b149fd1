import { expect, test } from "vitest";
import { backupTables } from "@/lib/db/backup.ts";
import { takeIn, type TakeIn } from "@/lib/db/calendar-import.ts";
import {
  addCalendar,
  allCalendars,
  chooseSeries,
  meetingsFrom,
  seriesChoices,
  setCalendar,
} from "@/lib/db/calendars.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { setFocus } from "@/lib/db/meetings.ts";
import { moveMeeting } from "@/lib/db/move-meeting.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { restoreBackup } from "@/lib/db/restore.ts";
import { undo } from "@/lib/db/undo.ts";
import { nextUndo } from "@/lib/db/undoable.ts";
import type { CalendarEvent } from "@/lib/domain/calendar-event.ts";
import { nextMeeting } from "@/lib/domain/carry-over.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { dump, firstRun, freshDb, meetingForm, testNow } from "./fresh-db.ts";

/** The kickoff of the first run, as a calendar has it. */
const kickoff: CalendarEvent = {
  uid: "kickoff@example.com",
  recurrenceId: "",
  sequence: 0,
  cancelled: false,
  title: "Elif and Noor",
  attendees: [],
  startsOn: "2026-11-30",
  startsTime: "09:00",
  timeZone: "Europe/Berlin",
  minutes: 45,
  roomUrl: "https://meet.google.com/abc-defg-hij",
  roomKey: "meet:abc-defg-hij",
  repeats: false,
};
const next: CalendarEvent = { ...kickoff, uid: "next@example.com", title: "", startsOn: "2026-12-14" };

function take(db: MilepostDb, events: readonly CalendarEvent[], more: Partial<TakeIn> = {}) {
  return takeIn(db, {
    reading: { events, whole: events.map(({ uid }) => uid) },
    calendarId: null,
    choices: new Map(),
    did: "importCalendar",
    wanted: () => true,
    untitled: "Check-in",
    ...more,
  });
}

test("a meeting that was planned by hand becomes the calendar's, and a new one is planned, as one act", async () => {
  const db = freshDb();
  const { id } = await startMentorship(db, firstRun);
  const before = await meetingsOf(db, id);
  const act = await take(db, [kickoff, next]);
  expect(await meetingsOf(db, id)).toMatchObject([
    { id: before[0]?.id, title: "Kickoff", kind: "kickoff", uid: kickoff.uid, status: "planned" },
    { title: "Check-in", uid: next.uid, startsOn: "2026-12-14", plannedMinutes: 45, status: "planned" },
  ]);
  expect(await take(db, [kickoff, next])).toBeNull();
  await undo(db, act ?? "");
  expect(await meetingsOf(db, id)).toMatchObject([{ id: before[0]?.id, uid: null }]);
});

test("a changed time moves it as by hand: the old date stays as moved, the focus goes along, and so does the agenda", async () => {
  const db = freshDb();
  const { id } = await startMentorship(db, firstRun);
  await take(db, [kickoff]);
  const [old] = await meetingsOf(db, id);
  await setFocus(db, old?.id ?? "", "What does good look like?");
  await take(db, [{ ...kickoff, startsOn: "2026-12-01", minutes: 60, sequence: 1 }]);
  const meetings = await meetingsOf(db, id);
  expect(meetings.find((row) => row.id === old?.id)).toMatchObject({
    status: "moved",
    startsOn: "2026-11-30",
  });
  expect(nextMeeting(meetings, testNow)).toMatchObject({
    title: "Kickoff",
    kind: "kickoff",
    focus: "What does good look like?",
    startsOn: "2026-12-01",
    plannedMinutes: 60,
    uid: kickoff.uid,
    sequence: 1,
  });
  await take(db, [{ ...kickoff, startsOn: "2026-12-01", minutes: 60, sequence: 2, cancelled: true }]);
  expect((await meetingsOf(db, id)).map(({ status }) => status).toSorted()).toEqual(["cancelled", "moved"]);
  expect((await meetingsOf(db, id)).every(({ deletedAt }) => !deletedAt)).toBe(true);
});

test("one that was moved by hand is still the calendar's", async () => {
  const db = freshDb();
  const { id } = await startMentorship(db, firstRun);
  await take(db, [kickoff]);
  const [old] = await meetingsOf(db, id);
  await moveMeeting(db, old?.id ?? "", { ...meetingForm, mentorshipId: id, on: "2026-12-03" });
  expect(await take(db, [{ ...kickoff, startsOn: "2026-12-03", startsTime: "15:00" }])).not.toBeNull();
  expect((await meetingsOf(db, id)).filter(({ status }) => status === "planned")).toHaveLength(1);
});

test("what a subscription brought is counted for it, and the undo key passes over it", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const act = await take(db, [next], { calendarId: "c", did: "followCalendar" });
  expect(await meetingsFrom(db)).toEqual(new Map([["c", 1]]));
  expect((await nextUndo(db))?.did).toBe("startMentorship");
  expect(
    (
      await db.changes
        .where("act")
        .equals(act ?? "")
        .toArray()
    ).map(({ did }) => did),
  ).toEqual(["followCalendar"]);
});

test("an address is followed once; it and the choices stay out of the log", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  await addCalendar(db, "https://calendar.example.com/secret.ics");
  await expect(addCalendar(db, "https://calendar.example.com/secret.ics")).rejects.toThrow(
    new UserError("calendarTwice"),
  );
  await chooseSeries(db, [{ uid: "dentist@example.com", mentorshipId: null }]);
  expect(await seriesChoices(db)).toEqual(new Map([["dentist@example.com", null]]));
  const { calendars, seriesChoices: choices, ...rest } = await dump(db);
  expect([calendars?.length, choices?.length]).toEqual([1, 1]);
  expect(JSON.stringify(rest)).not.toMatch(/secret|dentist/);
});

test("a restore leaves what this browser follows, and lets the calendar bring again what the backup does not have", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const backup = structuredClone(await backupTables(db, []));
  const id = await addCalendar(db, "https://calendar.example.com/secret.ics");
  await setCalendar(db, id, { seen: { [`${next.uid}\n`]: "something" }, parsedAt: testNow });
  await take(db, [next], { calendarId: id });
  await restoreBackup(db, { tables: backup, unreadable: [] }, "replace");
  expect(await allCalendars(db)).toMatchObject([{ id, address: expect.any(String), seen: {}, parsedAt: 0 }]);
  expect(await meetingsFrom(db)).toEqual(new Map());
});
