import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agendaOf, endOf, nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import { someMeeting, someTopic } from "./some.ts";

const hourMs = 3_600_000;
const now = Date.parse("2026-11-24T13:22:00Z");

test("a meeting starts and ends in the zone it was agreed in", () => {
  const meeting = someMeeting({ timeZone: "America/New_York", plannedMinutes: 30 });
  expect(startOf(meeting)).toBe(Date.parse("2026-11-24T20:00:00Z"));
  expect(endOf(meeting)).toBe(Date.parse("2026-11-24T20:30:00Z"));
});

describe("the next meeting", () => {
  test.each<[what: string, changed: Partial<Meeting>]>([
    ["was held", { status: "held" }],
    ["was cancelled", { status: "cancelled" }],
    ["was moved", { status: "moved" }],
    ["had nobody in it", { status: "noShow" }],
    ["has ended but was not wrapped up", { endedAt: now }],
    ["is in the trash", { deletedAt: now }],
  ])("is not one that %s", (_, changed) => {
    const later = someMeeting({ id: "m2", startsOn: "2026-12-08" });
    expect(nextMeeting([someMeeting(changed), later], now)?.id).toBe("m2");
  });

  test("is the earliest instant, not the earliest time of day", () => {
    const inBerlin = someMeeting({ id: "berlin", startsTime: "16:00" });
    const inNewYork = someMeeting({ id: "new-york", startsTime: "10:30", timeZone: "America/New_York" });
    expect(nextMeeting([inNewYork, inBerlin], now)?.id).toBe("berlin");
  });

  test.each([
    ["while it runs", 0.5, "m1"],
    ["hours after its time, when nobody has ended it", 10, "m1"],
    ["not when it was forgotten for twelve hours", 12.75, "m2"],
  ])("is still the one that has begun, %s", (_, hours, id) => {
    const later = someMeeting({ id: "m2", startsOn: "2026-12-08" });
    expect(nextMeeting([later, someMeeting()], startOf(someMeeting()) + hours * hourMs)?.id).toBe(id);
  });

  test("is the same whatever the order, for two at one time too", () => {
    const twins = [someMeeting({ id: "b" }), someMeeting({ id: "a" })];
    expect(nextMeeting(twins, now)?.id).toBe("a");
    expect(nextMeeting(twins.toReversed(), now)?.id).toBe("a");
  });
});

describe("an agenda", () => {
  const past = someMeeting({ id: "m0", startsOn: "2026-11-10", status: "held", endedAt: 1 });
  const next = someMeeting();
  const later = someMeeting({ id: "m2", startsOn: "2026-12-08" });
  const meetings = [past, next, later];

  test("shows open topics in the next meeting, discussed ones where they were discussed, parked ones nowhere", () => {
    const topics = [
      someTopic({ id: "open" }),
      someTopic({ id: "then", state: "discussed", discussedIn: "m0" }),
      someTopic({ id: "now", state: "discussed", discussedIn: "m1" }),
      someTopic({ id: "parked", state: "parked" }),
      someTopic({ id: "dropped", state: "dropped" }),
      someTopic({ id: "trash", deletedAt: 1 }),
      someTopic({ id: "other", mentorshipId: "s2" }),
    ];
    const shown = meetings.map((meeting) =>
      agendaOf(meeting, meetings, topics, now).map(({ topic, done }) => [topic.id, done]),
    );
    expect(shown).toEqual([
      [["then", true]],
      [
        ["now", true],
        ["open", false],
      ],
      [],
    ]);
  });

  test("tells how often a topic was carried, and from where last", () => {
    const topics = [
      someTopic({ id: "fresh" }),
      someTopic({ id: "old", order: 1, carriedFrom: ["m-1", "m0"] }),
    ];
    expect(
      agendaOf(next, meetings, topics, now).map(({ carried, carriedFromId }) => [carried, carriedFromId]),
    ).toEqual([
      [0, null],
      [2, "m0"],
    ]);
  });

  test("keeps the order it was given", () => {
    const topics = [
      someTopic({ id: "b", order: 2 }),
      someTopic({ id: "c", order: 1 }),
      someTopic({ id: "a", order: 2 }),
    ];
    expect(agendaOf(next, meetings, topics, now).map(({ topic }) => topic.id)).toEqual(["c", "a", "b"]);
  });

  test("shows what comes at every meeting where it was talked about, and once more in the next one", () => {
    const topics = [someTopic({ id: "how-are-you", recurs: true, talkedIn: ["m0"] })];
    const rows = meetings.map((meeting) =>
      agendaOf(meeting, meetings, topics, now).map(({ done }) => [meeting.id, done]),
    );
    expect(rows).toEqual([[["m0", true]], [["m1", false]], []]);
  });

  test("of one mentorship does not look at the meetings of another", () => {
    const other = someMeeting({ id: "x", mentorshipId: "s2", startsOn: "2026-11-24", startsTime: "14:30" });
    expect(agendaOf(next, [other, ...meetings], [someTopic()], now)).toHaveLength(1);
    expect(agendaOf(other, [other, ...meetings], [someTopic()], now)).toHaveLength(0);
  });
});

/** What people do to meetings and topics, in any order. `pick` chooses among what there is, `days` a new date. */
const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom(
      "plan",
      "move",
      "moveAnew",
      "splitMeeting",
      "splitTopic",
      "park",
      "bringBack",
      "recur",
      "cancel",
      "delete",
      "start",
      "end",
      "wrapUp",
      "addTopic",
      "discuss",
      "wait",
    ),
    pick: fc.nat(20),
    days: fc.integer({ min: -3, max: 30 }),
  }),
  { minLength: 1, maxLength: 60 },
);

test("whatever happens to meetings, each open topic is on exactly one agenda, that of the earliest future meeting", () => {
  fc.assert(
    fc.property(deeds, (story) => {
      const world = { now, meetings: [] as Meeting[], topics: [] as Topic[] };
      for (const [step, { deed, pick, days }] of story.entries()) {
        happen(world, deed, pick, days, step);
        expect(misplaced(world)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

type World = { now: number; meetings: Meeting[]; topics: Topic[] };

function happen(world: World, deed: string, pick: number, days: number, step: number): void {
  const meeting = world.meetings[pick % Math.max(1, world.meetings.length)];
  const topic = world.topics[pick % Math.max(1, world.topics.length)];
  const startsOn = addDays(dayOf(world.now, "Europe/Berlin"), days);
  if (deed === "plan")
    world.meetings.push(someMeeting({ id: `m${step}`, startsOn, startsTime: `${10 + (pick % 9)}:00` }));
  if (deed === "addTopic") world.topics.push(someTopic({ id: `t${step}`, order: pick }));
  if (deed === "wait") world.now += Math.abs(days) * 7 * hourMs;
  if (deed === "discuss" && topic && meeting) {
    if (topic.recurs) topic.talkedIn = [...(topic.talkedIn ?? []), meeting.id];
    else Object.assign(topic, { state: "discussed", discussedIn: meeting.id });
  }
  if (deed === "park" && topic) Object.assign(topic, { state: "parked", discussedIn: null });
  if (deed === "bringBack" && topic) Object.assign(topic, { state: "open", discussedIn: null });
  if (deed === "recur" && topic) topic.recurs = true;
  if (deed === "splitTopic" && topic)
    world.topics.push({ ...topic, id: `t${step}`, order: (topic.order ?? 0) + 0.5 });
  if (!meeting) return;
  if (deed === "splitMeeting") {
    const minutes = Math.max(5, Math.floor(meeting.plannedMinutes / 2));
    const second = { ...meeting, startsOn, plannedMinutes: minutes, endedAt: null, startedAt: null };
    meeting.plannedMinutes = minutes;
    world.meetings.push({ ...second, id: `m${step}`, status: "planned", deletedAt: null });
  }
  if (deed === "moveAnew") {
    const moved = { ...meeting, id: `m${step}`, startsOn, status: "planned" as const, endedAt: null };
    meeting.status = "moved";
    world.meetings.push({ ...moved, startedAt: null, deletedAt: null });
  }
  if (deed === "move") meeting.startsOn = startsOn;
  if (deed === "cancel") meeting.status = "cancelled";
  if (deed === "delete") meeting.deletedAt = world.now;
  if (deed === "start") meeting.startedAt = world.now;
  if (deed === "end" || deed === "wrapUp") Object.assign(meeting, { status: "held", endedAt: world.now });
  if (deed === "wrapUp") {
    for (const each of world.topics) {
      if (each.state === "open" && !each.carriedFrom.includes(meeting.id)) each.carriedFrom.push(meeting.id);
    }
  }
}

/** The topics that do not stand where they should: in words, so that a failure tells which. */
function misplaced({ now: at, meetings, topics }: World): string[] {
  // The definition once more, in the plainest words: planned, not over, and none of those starts earlier.
  const future = meetings.filter(
    (meeting) =>
      meeting.status === "planned" &&
      !meeting.deletedAt &&
      !meeting.endedAt &&
      endOf(meeting) + 12 * hourMs > at,
  );
  const earliest = Math.min(...future.map(startOf));
  const isRight = (meeting: Meeting): boolean => future.includes(meeting) && startOf(meeting) === earliest;
  return topics.flatMap((topic) => {
    const agendas = meetings.flatMap((meeting) =>
      agendaOf(meeting, meetings, topics, at)
        .filter((each) => each.topic.id === topic.id)
        .map(({ done }) => ({ meeting, done })),
    );
    const open = agendas.filter(({ done }) => !done).map(({ meeting }) => meeting);
    // One that comes at every meeting waits for the next one once it is ticked off in this one.
    const ticked = open.length === 0 && agendas.some(({ meeting }) => topic.recurs && isRight(meeting));
    const wanted = topic.state === "open" && future.length > 0 && !ticked ? 1 : 0;
    const twice = new Set(agendas.map(({ meeting }) => meeting)).size < agendas.length;
    const right = open.length === wanted && open.every(isRight) && !twice;
    return right ? [] : [`${topic.id} on ${open.map(({ id }) => id).join()}`];
  });
}
