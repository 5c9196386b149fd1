import { describe, expect, test } from "vitest";
import type { CalendarEvent } from "@/lib/domain/calendar-event.ts";
import { matchOf } from "@/lib/domain/calendar-match.ts";
import { isNews, type PlanInput, planOf, seenAfter } from "@/lib/domain/calendar-plan.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";

const now = Date.parse("2026-11-25T12:00:00Z");
const amara = { id: "m1", partnerName: "Dr. Amara Okafor", roomKeys: ["meet:abc-defg-hij"] };
const elif = { id: "m2", partnerName: "Elif Yıldız", roomKeys: ["zoom:81234567890"] };

function event(fields: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: "u",
    recurrenceId: "",
    sequence: 0,
    cancelled: false,
    title: "Check-in",
    attendees: [],
    startsOn: "2026-12-01",
    startsTime: "15:00",
    timeZone: "Europe/Berlin",
    minutes: 45,
    roomUrl: null,
    roomKey: "meet:abc-defg-hij",
    repeats: false,
    ...fields,
  };
}

function meeting(fields: Partial<Meeting> = {}): Meeting {
  return {
    id: "a",
    author: "me",
    space: "personal",
    visibility: "private",
    createdAt: 0,
    mentorshipId: "m1",
    kind: "checkIn",
    title: "Check-in",
    status: "planned",
    startsOn: "2026-12-01",
    startsTime: "15:00",
    timeZone: "Europe/Berlin",
    plannedMinutes: 45,
    roomUrl: null,
    roomKey: null,
    ...fields,
  };
}

/** What it would do, as "KIND MEETING". */
function steps(input: Partial<PlanInput>): string[] {
  return planned(input).flatMap((series) =>
    series.steps.map((step) => `${step.kind}${step.kind === "new" ? "" : ` ${step.meeting.id}`}`),
  );
}

function planned(input: Partial<PlanInput>) {
  const events = input.events ?? [];
  return planOf({
    events,
    whole: events.map(({ uid }) => uid),
    meetings: [],
    noted: new Set(),
    mentorships: [amara, elif],
    choices: new Map(),
    calendarId: null,
    now,
    ...input,
  });
}

describe("which mentorship a date belongs to", () => {
  const both = [amara, { ...elif, roomKeys: ["meet:abc-defg-hij"] }];
  test.each([
    ["its room", {}, [amara, elif], ["m1"], "room"],
    ["nobody's", { roomKey: null }, [amara, elif], [], null],
    [
      "who takes part",
      { roomKey: null, attendees: [{ name: "Amara Okafor", address: "" }] },
      [amara, elif],
      ["m1"],
      "attendee",
    ],
    [
      "their address",
      { roomKey: null, attendees: [{ name: "", address: "elif.yildiz@x.example" }] },
      [amara, { ...elif, partnerName: "Elif Yildiz" }],
      ["m2"],
      "attendee",
    ],
    [
      "not a namesake's",
      { roomKey: null, attendees: [{ name: "Amara Nwosu", address: "amara@x.example" }] },
      [amara, elif],
      [],
      null,
    ],
    ["a first name in the title", { roomKey: null, title: "Amara / Carla" }, [amara, elif], ["m1"], "title"],
    [
      "a name without its accents",
      { roomKey: null, title: "With Zoe Müller" },
      [{ ...amara, partnerName: "Zoë Müller" }],
      ["m1"],
      "title",
    ],
    ["not a part of a word", { roomKey: null, title: "Amaranth tasting" }, [amara, elif], [], null],
    ["a room of two", {}, both, ["m1", "m2"], "room"],
    ["a room of two, and a name", { title: "Elif" }, both, ["m2"], "room"],
  ] as const)("%s", (_, fields, mentorships, ids, by) => {
    expect(matchOf(event(fields as Partial<CalendarEvent>), mentorships)).toEqual({ mentorshipIds: ids, by });
  });
});

const known = { uid: "u", recurrenceId: "", sequence: 0 };
const late = { startsOn: "2026-12-02", startsTime: "16:00" };

test.each<[string, Partial<PlanInput>, string[]]>([
  ["is new", { events: [event()] }, ["new"]],
  ["that was cancelled before it came is nothing", { events: [event({ cancelled: true })] }, []],
  ["that belongs to nobody is nothing", { events: [event({ roomKey: null })] }, []],
  [
    "that is chosen for somebody is new",
    { events: [event({ roomKey: null })], choices: new Map([["u", "m2"]]) },
    ["new"],
  ],
  ["that is left out is nothing", { events: [event()], choices: new Map([["u", null]]) }, []],
  ["that is here is the same", { events: [event()], meetings: [meeting(known)] }, ["same a"]],
  [
    "at the same instant in another zone is the same",
    { events: [event({ startsTime: "14:00", timeZone: "UTC" })], meetings: [meeting(known)] },
    ["same a"],
  ],
  ["at another time is changed", { events: [event(late)], meetings: [meeting(known)] }, ["changed a"]],
  [
    "of another length is changed",
    { events: [event({ minutes: 60 })], meetings: [meeting(known)] },
    ["changed a"],
  ],
  [
    "of an older edition is the same",
    { events: [event({ ...late, sequence: 1 })], meetings: [meeting({ ...known, sequence: 2 })] },
    ["same a"],
  ],
  [
    "that is cancelled cancels",
    { events: [event({ cancelled: true })], meetings: [meeting(known)] },
    ["cancelled a"],
  ],
  [
    "with notes is never changed",
    { events: [event(late)], meetings: [meeting(known)], noted: new Set(["a"]) },
    ["differs a"],
  ],
  [
    "with notes is never cancelled",
    { events: [event({ cancelled: true })], meetings: [meeting(known)], noted: new Set(["a"]) },
    ["differs a"],
  ],
  [
    "that was held is never changed",
    { events: [event(late)], meetings: [meeting({ ...known, status: "held" })] },
    ["differs a"],
  ],
  [
    "whose clock runs is never changed",
    { events: [event(late)], meetings: [meeting({ ...known, startedAt: now })] },
    ["differs a"],
  ],
  [
    "that was planned by hand at that time is found",
    { events: [event({ startsTime: "15:30" })], meetings: [meeting()] },
    ["changed a"],
  ],
  [
    "that was held and logged by hand is not doubled",
    { events: [event()], meetings: [meeting({ status: "held" })] },
    ["same a"],
  ],
  [
    "at the time of somebody else's meeting is new",
    { events: [event()], meetings: [meeting({ mentorshipId: "m2" })] },
    ["new"],
  ],
  [
    "that moved before is found by its new row",
    {
      events: [event()],
      meetings: [meeting({ ...known, ...late, id: "old", status: "moved" }), meeting(known)],
    },
    ["same a"],
  ],
  [
    "that is gone from its series is off",
    {
      events: [event({ recurrenceId: "2026-12-08T14:00:00Z", startsOn: "2026-12-08" })],
      meetings: [meeting({ ...known, recurrenceId: "2026-12-01T14:00:00Z" })],
    },
    ["new", "cancelled a"],
  ],
  [
    "that is gone from its series with notes stays",
    {
      events: [event({ recurrenceId: "2026-12-08T14:00:00Z", startsOn: "2026-12-08" })],
      meetings: [meeting({ ...known, recurrenceId: "2026-12-01T14:00:00Z" })],
      noted: new Set(["a"]),
    },
    ["new", "differs a"],
  ],
  [
    "that is behind us stays, though the calendar forgot it",
    {
      events: [event({ recurrenceId: "2026-12-08T14:00:00Z", startsOn: "2026-12-08" })],
      meetings: [meeting({ ...known, startsOn: "2026-11-20", recurrenceId: "2026-11-20T14:00:00Z" })],
    },
    ["new"],
  ],
  [
    "farther ahead than was read stays",
    {
      events: [event({ recurrenceId: "2026-12-08T14:00:00Z", startsOn: "2026-12-08" })],
      meetings: [meeting({ ...known, startsOn: "2027-05-20", recurrenceId: "2027-05-20T14:00:00Z" })],
    },
    ["new"],
  ],
  [
    "of an exception that came alone does not touch the others",
    {
      events: [event({ recurrenceId: "2026-12-08T14:00:00Z", startsOn: "2026-12-08" })],
      whole: [],
      meetings: [meeting({ ...known, recurrenceId: "2026-12-01T14:00:00Z" })],
    },
    ["new"],
  ],
  [
    "of a series that was split goes on with its meeting",
    {
      events: [event({ uid: "u2" }), event({ startsOn: "2026-11-24" })],
      meetings: [meeting({ ...known, recurrenceId: "2026-12-01T14:00:00Z" })],
    },
    ["changed a", "new"],
  ],
  [
    "that is gone from a subscription is off",
    {
      events: [event({ uid: "x", startsOn: "2026-12-20" })],
      calendarId: "c",
      meetings: [meeting({ ...known, calendarId: "c" })],
    },
    ["new", "cancelled a"],
  ],
  [
    "that came from elsewhere is not",
    {
      events: [event({ uid: "x", startsOn: "2026-12-20" })],
      calendarId: "c",
      meetings: [meeting({ ...known, calendarId: "d" })],
    },
    ["new"],
  ],
  [
    "is not off because the calendar came empty",
    { events: [], calendarId: "c", meetings: [meeting({ ...known, calendarId: "c" })] },
    [],
  ],
])("a date %s", (_, input, expected) => {
  expect(steps(input)).toEqual(expected);
});

test("what was changed here since is left alone until the calendar says something else", () => {
  const input = { events: [event()], meetings: [meeting({ ...known, ...late })] };
  const seen = seenAfter(planned(input), {});
  const news = (events: CalendarEvent[]): boolean[] =>
    planned({ ...input, events }).flatMap((series) => series.steps.map((step) => isNews(step, seen)));
  expect(news([event()])).toEqual([false]);
  expect(news([event({ minutes: 60 })])).toEqual([true]);
  expect(news([event({ cancelled: true })])).toEqual([true]);
});
