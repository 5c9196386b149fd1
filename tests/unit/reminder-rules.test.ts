import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, instantOf, timeOf, weekdayOf } from "@/lib/domain/civil-time.ts";
import { leadFrom } from "@/lib/domain/lead-words.ts";
import { leadBefore } from "@/lib/domain/lead-times.ts";
import { afterMeeting, beforeMeeting, callUntil } from "@/lib/domain/meeting-occurrences.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { answered, answerId, occurrencesOf, type ReminderRecords } from "@/lib/domain/occurrences.ts";
import { ownOccurrences } from "@/lib/domain/own-occurrences.ts";
import { heldUntil } from "@/lib/domain/quiet.ts";
import { type ReminderKind } from "@/lib/domain/reminder-kinds.ts";
import { type ReminderPreferences, ruleOf, usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import type { Reminder } from "@/lib/domain/reminder.ts";
import { someCommitment, someMeeting } from "./some.ts";

const berlin = "Europe/Berlin";
const newYork = "America/New_York";
const utc = (iso: string): number => Date.parse(iso);
const usual = (kind: ReminderKind) => ruleOf(usualPreferences, kind);

test.each([
  ["17 min", 17],
  ["2 days 3 hours", 2 * 1_440 + 180],
  ["2 days, 3 hours before", 2 * 1_440 + 180],
  ["1 h", 60],
  ["1.5 hours", 90],
  ["1,5 h", 90],
  ["90", 90],
  ["10 m", 10],
  ["a week", null],
  ["1 week", 10_080],
  ["2 Tage 3 Stunden", 2 * 1_440 + 180],
  ["0 min", 0],
  ["", null],
  ["soon", null],
  ["17 apples", null],
  ["-5 min", null],
  ["9999 weeks", null],
])("%j before is %s minutes", (typed, minutes) => {
  expect(leadFrom(typed)).toBe(minutes);
});

test("anything can be typed as a length of time", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (typed) => {
      const minutes = leadFrom(typed);
      expect(minutes === null || (Number.isInteger(minutes) && minutes >= 0)).toBe(true);
    }),
  );
});

test.each([
  [
    "a day before, over a clock change, is the same time of day",
    "2026-03-29",
    "15:00",
    1_440,
    "2026-03-28T14:00Z",
  ],
  ["minutes are minutes", "2026-03-29", "03:10", 20, "2026-03-29T00:50Z"],
  ["after is before with the sign turned", "2026-11-24", "09:00", -1_440, "2026-11-25T08:00Z"],
])("%s", (_, on, time, lead, at) => {
  expect(leadBefore(on, time, lead, berlin)).toBe(utc(at));
});

const own = (changed: Partial<Reminder>): Reminder => ({
  id: "r1",
  author: "me",
  space: "personal",
  visibility: "private",
  createdAt: 0,
  kind: "own",
  status: "open",
  text: "Call",
  ...changed,
});

describe("a reminder of one's own", () => {
  const now = utc("2026-03-01T12:00Z");
  const at = (changed: Partial<Reminder>, zone = berlin, moment = now) =>
    ownOccurrences(own(changed), null, zone, moment).map((each) => each.at);

  test("at a time that a clock change skips comes once, at the later one; at one that comes twice, at the first", () => {
    expect(at({ on: "2026-03-08", time: "02:30" }, newYork)).toEqual([utc("2026-03-08T07:30Z")]);
    expect(at({ on: "2026-11-01", time: "01:30" }, newYork)).toEqual([utc("2026-11-01T05:30Z")]);
  });

  test("goes with the person to another zone, unless it has one of its own", () => {
    expect(at({ on: "2026-03-08", time: "15:00" }, newYork)).toEqual([utc("2026-03-08T19:00Z")]);
    expect(at({ on: "2026-03-08", time: "15:00", timeZone: berlin }, newYork)).toEqual([
      utc("2026-03-08T14:00Z"),
    ]);
    expect(at({ on: "2026-03-08", time: "15:00", timeZone: "Mars/Olympus" })).toEqual([
      utc("2026-03-08T14:00Z"),
    ]);
  });

  test("that comes again keeps its time of day, and the last day of shorter months", () => {
    const moment = utc("2026-02-28T20:00Z");
    const monthly = at({ on: "2026-01-31", time: "09:00", every: 1, unit: "month" }, berlin, moment);
    expect(monthly.slice(0, 3).map((each) => dayOf(each, berlin))).toEqual([
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
    ]);
    expect(new Set(monthly.map((each) => timeOf(each, berlin)))).toEqual(new Set(["09:00"]));
  });

  test("that was done comes again, and one that was put off gives way to nothing before that", () => {
    const daily = { on: "2026-02-01", time: "09:00", every: 1, unit: "day" } as const;
    expect(at({ ...daily, doneThroughAt: now })[0]).toBe(utc("2026-03-02T08:00Z"));
    const until = utc("2026-03-02T12:00Z");
    expect(at({ ...daily, snoozedUntilAt: until }).slice(0, 2)).toEqual([until, utc("2026-03-03T08:00Z")]);
  });

  test("stands before the moment of its record, and is silent when that is done", () => {
    const moment = { on: "2026-03-10", time: "09:00", timeZone: null };
    const before = (live: boolean) =>
      ownOccurrences(own({ beforeMinutes: 1_457 }), { live, moment }, berlin, now);
    expect(before(true).map((each) => each.at)).toEqual([utc("2026-03-09T07:43Z")]);
    expect(before(false)).toEqual([]);
  });
});

describe("a meeting", () => {
  const kinds = (meeting = someMeeting()) =>
    beforeMeeting(meeting, usual).map(({ kind, lead }) => `${kind} ${lead}`);

  test("is announced a day and a quarter of an hour before, and its preparation two hours before", () => {
    expect(kinds()).toEqual(["meetingSoon 1440", "meetingSoon 15", "prepare 120"]);
  });

  test("that is the last is announced seven days and one day before, and not twice on that day", () => {
    expect(kinds(someMeeting({ kind: "final" }))).toEqual([
      "meetingSoon 15",
      "prepare 120",
      "finalMeeting 10080",
      "finalMeeting 1440",
    ]);
  });

  test("that is over is asked about only if something is open and nobody has been back", () => {
    const endedAt = utc("2026-11-24T15:00Z");
    const meeting = someMeeting({ status: "held", startedAt: endedAt - 1, endedAt });
    const over = { meeting, open: true, visitedAt: null };
    expect(afterMeeting(over, usual("wrapUp")).map(({ at }) => at)).toEqual([endedAt + 2 * 3_600_000]);
    expect(afterMeeting({ ...over, open: false }, usual("wrapUp"))).toEqual([]);
    expect(afterMeeting({ ...over, visitedAt: endedAt + 1 }, usual("wrapUp"))).toEqual([]);
    expect(afterMeeting({ ...over, meeting: { ...meeting, wrappedUpAt: 1 } }, usual("wrapUp"))).toEqual([]);
  });

  test("whose notes run is a call until its planned end", () => {
    const startedAt = utc("2026-11-24T14:00Z");
    const running = [someMeeting({ startedAt })];
    expect(callUntil(running, startedAt + 60_000)).toBe(startedAt + 45 * 60_000);
    expect(callUntil(running, startedAt + 46 * 60_000)).toBeNull();
    expect(callUntil([someMeeting()], startedAt)).toBeNull();
  });
});

describe("of a mentorship", () => {
  const now = utc("2026-11-24T12:00Z");
  const mentorship: Mentorship = {
    id: "s1",
    author: "me",
    space: "personal",
    visibility: "private",
    createdAt: utc("2026-09-01T12:00Z"),
    role: "mentee",
    meId: "me",
    partnerId: "p1",
    destination: "",
    visits: [{ stage: "cultivation", fromOn: "2026-09-01" }],
    startsOn: "2026-09-01",
  };
  const records = (changed: Partial<Mentorship>, more: Partial<ReminderRecords> = {}): ReminderRecords => ({
    meetings: [],
    over: [],
    milestones: [],
    commitments: [],
    own: [],
    advice: [],
    reviews: { mentorships: [{ ...mentorship, ...changed }], expectations: [], goals: [] },
    lastMetOn: new Map(),
    lastEntryAt: null,
    backupDueAt: null,
    ...more,
  });
  const of = (given: ReminderRecords, preferences: ReminderPreferences = usualPreferences) =>
    occurrencesOf(given, preferences, berlin, now).map(({ kind, at }) => `${kind} ${dayOf(at, berlin)}`);
  const on = (kind: ReminderKind, lead: number): ReminderPreferences => ({
    ...usualPreferences,
    kinds: { [kind]: { on: true, leads: [lead] } },
  });

  test("keeping in touch comes each interval after the last time, and never where the answer was no", () => {
    expect(of(records({ touchEveryWeeks: 4, touchedOn: "2026-11-01" }))).toEqual(["keepInTouch 2026-11-29"]);
    expect(of(records({ touchEveryWeeks: 4, touchedOn: "2026-11-01", keepUpdated: "no" }))).toEqual([]);
    expect(of(records({ touchEveryWeeks: null }))).toEqual([]);
  });

  test("however long nobody was in touch, one stands for this interval and one for the next", () => {
    expect(of(records({ touchEveryWeeks: 4, touchedOn: "2024-01-01" }))).toEqual([
      "keepInTouch 2026-11-02",
      "keepInTouch 2026-11-30",
    ]);
    // Before they were ever in touch it counts from the last meeting.
    const met = records({ touchEveryWeeks: 2 }, { lastMetOn: new Map([["s1", "2026-11-20"]]) });
    expect(of(met)).toEqual(["keepInTouch 2026-12-04"]);
  });

  test("on the day of the next one, the one before is there to be answered until the morning", () => {
    const early = utc("2026-12-27T05:00Z");
    const given = records({ touchEveryWeeks: 4, touchedOn: "2026-11-01" });
    expect(occurrencesOf(given, usualPreferences, berlin, early).map(({ occurrence }) => occurrence)).toEqual(
      ["touch-2026-11-29", "touch-2026-12-27"],
    );
  });

  test("a gap in the rhythm is told some days after its time, unless a meeting is planned", () => {
    const cadence = { every: 2, unit: "week" } as const;
    const lastMetOn = new Map([["s1", "2026-11-03"]]);
    expect(of(records({ cadence }, { lastMetOn }))).toEqual(["cadenceGap 2026-11-20"]);
    const meetings = [someMeeting({ startsOn: "2026-12-01" })];
    expect(
      of(records({ cadence }, { lastMetOn, meetings })).filter((each) => each.startsWith("cadence")),
    ).toEqual([]);
  });

  test("a silent journal is told of once per silence, where it was asked for", () => {
    const quiet = records({}, { lastEntryAt: utc("2026-11-10T10:00Z") });
    expect(of(quiet)).toEqual([]);
    expect(of(quiet, on("journalSilence", 7 * 1_440))).toEqual(["journalSilence 2026-11-17"]);
    const name = (at: number) =>
      occurrencesOf(quiet, on("journalSilence", 7 * 1_440), berlin, at).map(({ occurrence }) => occurrence);
    expect(name(now)).toEqual(name(now + 30 * 86_400_000));
  });

  test("a time to write comes each week, where it was asked for", () => {
    const asked = { ...on("reflection", 0), reflection: { weekday: 5, time: "16:00" } };
    expect(of(records({}), asked).slice(0, 2)).toEqual(["reflection 2026-11-20", "reflection 2026-11-27"]);
  });

  test("a kind that is switched off is silent, in general or for one mentorship", () => {
    const commitments = [someCommitment({ dueOn: "2026-11-30" })];
    expect(of(records({}, { commitments }))).toHaveLength(1);
    expect(of(records({ reminders: { commitmentDue: { on: false } } }, { commitments }))).toEqual([]);
    const off = { ...usualPreferences, kinds: { commitmentDue: { on: false, leads: [0] } } };
    expect(of(records({}, { commitments }), off)).toEqual([]);
  });

  test("one mentorship may ask for other times, and no time at all, from elsewhere, is none that was asked for", () => {
    const commitments = [someCommitment({ dueOn: "2026-11-30" })];
    const asked = (leads: number[]) =>
      of(records({ reminders: { commitmentDue: { leads }, untriedAdvice: { leads } } }, { commitments }));
    expect(asked([0, 2 * 1_440])).toEqual(["commitmentDue 2026-11-28", "commitmentDue 2026-11-30"]);
    expect(asked([])).toEqual(["commitmentDue 2026-11-30"]);
    const advice = [{ id: "e1", mentorshipId: "s1", createdAt: utc("2026-11-10T10:00Z") }];
    const untried = records({ reminders: { untriedAdvice: { leads: [] } } }, { advice });
    expect(of(untried, on("untriedAdvice", 7 * 1_440))).toEqual(["untriedAdvice 2026-11-17"]);
  });

  test("what was answered is not said again, what was put off comes at its new time", () => {
    const [gap] = occurrencesOf(
      records({ cadence: { every: 2, unit: "week" } }, { lastMetOn: new Map([["s1", "2026-11-03"]]) }),
      usualPreferences,
      berlin,
      now,
    );
    if (!gap) throw new Error("There is a gap.");
    const with_ = (answer: Partial<Reminder>) => answered([gap], new Map([[answerId(gap), own(answer)]]));
    expect(with_({ status: "done" })).toEqual([]);
    expect(with_({ snoozedUntilAt: now + 600_000 })).toMatchObject([{ at: now + 600_000 }]);
    expect(with_({ status: "done", deletedAt: 1 })).toEqual([gap]);
  });
});

describe("what is held", () => {
  const calm: ReminderPreferences = {
    ...usualPreferences,
    quiet: { from: "21:00", to: "07:30" },
    workdays: [1, 2, 3, 4, 5],
  };
  const held = (kind: ReminderKind, at: string, preferences = calm, urgent = false) =>
    new Date(
      heldUntil({ kind, at: utc(at), ...(urgent ? { urgent } : {}) }, preferences, berlin),
    ).toISOString();

  test.each<[what: string, kind: ReminderKind, at: string, until: string]>([
    ["in the evening until the morning", "commitmentDue", "2026-11-24T20:30Z", "2026-11-25T06:30:00.000Z"],
    [
      "after midnight until the same morning",
      "commitmentDue",
      "2026-11-25T02:00Z",
      "2026-11-25T06:30:00.000Z",
    ],
    ["by day not at all", "commitmentDue", "2026-11-24T12:00Z", "2026-11-24T12:00:00.000Z"],
    ["on a Friday night until Monday", "commitmentDue", "2026-11-27T22:00Z", "2026-11-30T08:00:00.000Z"],
    ["of a meeting on a Saturday not at all", "meetingSoon", "2026-11-28T12:00Z", "2026-11-28T12:00:00.000Z"],
  ])("%s", (_, kind, at, until) => {
    expect(held(kind, at)).toBe(until);
  });

  test("what is urgent is not, and a digest waits for its hour", () => {
    expect(held("meetingSoon", "2026-11-24T22:00Z", calm, true)).toBe("2026-11-24T22:00:00.000Z");
    const digest = { ...usualPreferences, digestAt: "08:30" };
    expect(held("commitmentDue", "2026-11-24T08:00Z", digest)).toBe("2026-11-25T07:30:00.000Z");
    expect(held("own", "2026-11-24T08:00Z", digest)).toBe("2026-11-24T08:00:00.000Z");
  });

  test("is never said early, never within quiet hours, and always within a fortnight", () => {
    const hours = fc
      .record({ h: fc.nat(23), m: fc.nat(59) })
      .map(({ h, m }) => [h, m].map((n) => String(n).padStart(2, "0")).join(":"));
    fc.assert(
      fc.property(
        fc.integer({ min: utc("2026-01-01"), max: utc("2027-12-31") }),
        hours,
        hours,
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.option(hours),
        fc.constantFrom(berlin, newYork, "Asia/Kolkata", "Pacific/Auckland"),
        (at, from, to, workdays, digestAt, zone) => {
          const until = heldUntil(
            { kind: "commitmentDue", at },
            { quiet: { from, to }, workdays, digestAt },
            zone,
          );
          expect(until).toBeGreaterThanOrEqual(at);
          expect(until).toBeLessThan(at + 15 * 86_400_000);
          expect(workdays).toContain(weekdayOf(dayOf(until, zone)));
          expect(
            heldUntil({ kind: "own", at: until }, { quiet: { from, to }, workdays, digestAt }, zone),
          ).toBe(until);
        },
      ),
    );
    expect(instantOf("2026-11-24", "09:00", berlin)).toBe(utc("2026-11-24T08:00Z"));
  });
});
