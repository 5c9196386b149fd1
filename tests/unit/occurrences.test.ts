import { expect, test } from "vitest";
import { nextWake, occurrencesOf, type ReminderRecords } from "@/lib/domain/occurrences.ts";
import { occurrenceId } from "@/lib/domain/occurrence.ts";
import { usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { someCommitment, someMeeting, someMilestone } from "./some.ts";

const berlin = "Europe/Berlin";
const none: ReminderRecords = {
  meetings: [],
  over: [],
  milestones: [],
  commitments: [],
  reviews: { mentorships: [], expectations: [], goals: [] },
  lastMetOn: new Map(),
  own: [],
  advice: [],
  lastEntryAt: null,
  backupDueAt: null,
};
/** Of the meetings only the announcement that stands shortly before. */
const preferences = {
  ...usualPreferences,
  kinds: { meetingSoon: { on: true, leads: [15] }, prepare: { on: false, leads: [1] } },
};
const early = Date.parse("2026-11-01T12:00:00Z");
const utc = (iso: string): number => Date.parse(iso);
const minuteMs = 60_000;

const ofMeeting = (changed: Partial<Meeting>) =>
  occurrencesOf({ ...none, meetings: [someMeeting(changed)] }, preferences, berlin, early);
const ofPromise = (changed: Partial<Commitment>, zone = berlin) =>
  occurrencesOf({ ...none, commitments: [someCommitment(changed)] }, preferences, zone, early);

test("a meeting is announced a quarter of an hour before it starts, until it is over", () => {
  expect(ofMeeting({})).toEqual([
    {
      kind: "meetingSoon",
      recordId: "m1",
      occurrence: "soon-2026-11-24T15:00",
      at: utc("2026-11-24T13:45:00Z"),
      untilAt: utc("2026-11-24T14:45:00Z"),
      lead: 15,
      mentorshipId: "s1",
      urgent: true,
    },
  ]);
});

test.each<[what: string, changed: Partial<Meeting>]>([
  ["that was held", { status: "held" }],
  ["that was cancelled", { status: "cancelled" }],
  ["that was moved", { status: "moved" }],
  ["in the trash", { deletedAt: 1 }],
  ["whose notes were started", { startedAt: 1 }],
  ["that has ended", { endedAt: 1 }],
])("a meeting %s is not announced", (_, changed) => {
  expect(ofMeeting(changed)).toEqual([]);
});

test.each([
  ["in summer", "2026-07-14", "15:00", berlin, "2026-07-14T12:45:00Z"],
  ["in the zone it was agreed in", "2026-11-24", "15:00", "America/New_York", "2026-11-24T19:45:00Z"],
  ["at a time that the clock change skips", "2026-03-29", "02:30", berlin, "2026-03-29T01:15:00Z"],
  ["just after midnight", "2026-11-24", "00:05", berlin, "2026-11-23T22:50:00Z"],
])("a meeting %s is announced at its own time", (_, startsOn, startsTime, timeZone, at) => {
  expect(ofMeeting({ startsOn, startsTime, timeZone })[0]?.at).toBe(utc(at));
});

test("what is due is announced at nine on its day, for longer than anybody is away", () => {
  expect(ofPromise({})).toEqual([
    {
      kind: "commitmentDue",
      recordId: "c1",
      occurrence: "due-2026-11-24",
      at: utc("2026-11-24T08:00:00Z"),
      untilAt: utc("2027-02-22T08:00:00Z"),
      lead: 0,
      mentorshipId: "s1",
    },
  ]);
  expect(ofPromise({}, "America/New_York")[0]?.at).toBe(utc("2026-11-24T14:00:00Z"));
  expect(occurrencesOf({ ...none, milestones: [someMilestone()] }, preferences, berlin, early)).toMatchObject(
    [{ kind: "milestoneDue", recordId: "ms1", occurrence: "due-2026-11-24" }],
  );
});

test.each<[what: string, changed: Partial<Commitment>]>([
  ["without a date", { dueOn: null }],
  ["that is done", { status: "done" }],
  ["that is only proposed", { status: "proposed" }],
  ["that the other owes", { owner: "them" }],
  ["in the trash", { deletedAt: 1 }],
])("a promise %s is not announced", (_, changed) => {
  expect(ofPromise(changed)).toEqual([]);
});

test("what was put off is announced when that time has come, as another occurrence", () => {
  const until = utc("2026-11-24T17:00:00Z");
  expect(ofPromise({ snoozedUntilAt: until })).toMatchObject([{ occurrence: `snoozed-${until}`, at: until }]);
});

test("a new date is a new occurrence, the same date is the same", () => {
  const id = (changed: Partial<Commitment>) => ofPromise(changed).map(occurrenceId)[0];
  expect(id({})).toBe("rem:c1:due-2026-11-24");
  expect(id({ title: "Other words" })).toBe(id({}));
  expect(id({ dueOn: "2026-11-25" })).not.toBe(id({}));
  expect(ofMeeting({ startsTime: "16:00" }).map(occurrenceId)).not.toEqual(ofMeeting({}).map(occurrenceId));
});

test("occurrences come in the order of their time, and by name at the same time", () => {
  const records = {
    ...none,
    meetings: [someMeeting()],
    milestones: [someMilestone()],
    commitments: [someCommitment({ dueOn: "2026-11-25" }), someCommitment({ id: "a1" })],
  };
  expect(occurrencesOf(records, preferences, berlin, early).map((each) => each.recordId)).toEqual([
    "a1",
    "ms1",
    "m1",
    "c1",
  ]);
});

test.each([
  ["at the next occurrence", [-minuteMs, 5 * minuteMs, 9 * minuteMs], 5 * minuteMs],
  ["not for one that is now", [0, 7 * minuteMs], 7 * minuteMs],
  ["at midnight, when nothing is left today", [-minuteMs, 48 * 60 * minuteMs], null],
  ["at midnight, when there is nothing at all", [], null],
])("the background looks again %s", (_, offsets, expected) => {
  const now = utc("2026-11-24T13:22:00Z");
  const wake = nextWake(
    offsets.map((offset) => now + offset),
    "2026-11-25",
    berlin,
    now,
  );
  expect(wake).toBe(expected === null ? utc("2026-11-24T23:00:00Z") : now + expected);
});
