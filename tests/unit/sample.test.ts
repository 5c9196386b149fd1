import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleWrites } from "@/lib/content/sample.ts";
import { agendaOf, nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { applyWrite, type Patch } from "@/lib/domain/change.ts";
import { addDays, dayOf, daysBetween, instantOf, timeOf } from "@/lib/domain/civil-time.ts";
import { dueItems } from "@/lib/domain/due.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { nextMilestone } from "@/lib/domain/next-milestone.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { goalProgress } from "@/lib/domain/progress.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type Records, type TableName, tableNames } from "@/lib/domain/records.ts";
import { lifePosition } from "@/lib/domain/stages.ts";

const minuteMs = 60_000;
const now = Date.parse("2026-11-24T13:22:00Z");
const timeZone = "Europe/Berlin";
const today = "2026-11-24";

type Tables = { [Name in TableName]: Records[Name][] };

/** The rows that the sample's writes make. */
function rowsOf(options: { now: number; timeZone: string }): Tables {
  const rows = new Map<string, { table: TableName; row: Stamped & Patch }>();
  for (const { at, did, ...write } of sampleWrites({ ...options, me: "me" }).writes) {
    const context = { now: at, writer: "w", author: "me", act: "a", did, last: undefined };
    const applied = applyWrite(rows.get(write.id)?.row, write, context);
    if (applied) rows.set(write.id, { table: write.table, row: applied.row });
  }
  const of = (name: TableName) =>
    [...rows.values()].filter(({ table }) => table === name).map(({ row }) => row);
  return Object.fromEntries(tableNames.map((name) => [name, of(name)])) as unknown as Tables;
}

const rows = rowsOf({ now, timeZone });
const [mentorship] = rows.mentorships;

/** These belong to no mentorship, pictures would weigh too much, and there is nobody to share with: a sample brings none. */
test.each(
  tableNames.filter((name) => !["templates", "rooms", "pictures", "questions", "shared"].includes(name)),
)("each row of %s is well-formed", (name) => {
  expect(rows[name].length).toBeGreaterThan(0);
  for (const row of rows[name]) {
    expect(recordSchemas[name].safeParse(row), row.id).toMatchObject({ success: true, data: row });
  }
});

test("the same arguments give the same sample", () => {
  expect(sampleWrites({ now, timeZone, me: "me" })).toEqual(sampleWrites({ now, timeZone, me: "me" }));
});

test("all ids are the sample's own, but those of the user", () => {
  const { mentorshipId, people, writes } = sampleWrites({ now, timeZone, me: "me" });
  for (const { id } of writes)
    expect(id).toMatch(/^(sample-[a-z0-9-]+(\.[a-zA-Z]+)?|note\.sample-[a-z0-9-]+\.me|me)$/);
  expect(mentorship?.id).toBe(mentorshipId);
  expect(people.toSorted()).toEqual(rows.people.map((row) => row.id).toSorted());
});

test("what belongs to something belongs to something that is there", () => {
  const ids = new Set(tableNames.flatMap((name) => rows[name].map((row) => row.id)));
  const fields = ["mentorshipId", "goalId", "meetingId", "discussedIn", "meId", "partnerId"];
  const named = tableNames
    .flatMap((name) => rows[name] as Record<string, unknown>[])
    .flatMap((row) => fields.map((field) => row[field]).filter((id) => id != null));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((id) => !ids.has(id as string))).toEqual([]);
});

describe("on the day that somebody looks", () => {
  test("two things are overdue, one is due, another tomorrow, and two are owed by Amara", () => {
    const due = dueItems(rows.commitments, rows.milestones, today, now);
    expect(due.map((item) => [item.title, item.daysLate])).toEqual([
      ["Send Amara the order-sync decision record", 4],
      ["Merge a feature with tests", 4],
      ["Ask Jonas for two hours of shadowing", 0],
    ]);
    const tomorrow = addDays(today, 1);
    const then = dueItems(rows.commitments, rows.milestones, tomorrow, now + 24 * 60 * minuteMs);
    expect(then.filter((item) => item.daysLate === 0).map((item) => item.title)).toEqual([
      "Write up what worked in the returns fix",
    ]);
    const owed = rows.commitments.filter((row) => row.owner === "them" && row.status === "open");
    expect(owed).toHaveLength(2);
  });

  test("the next meeting is 38 minutes away, on Zoom, with a question and five topics, two of them carried", () => {
    const next = nextMeeting(rows.meetings, now);
    expect(next).toMatchObject({
      title: "Check-in 7",
      startsOn: today,
      startsTime: "15:00",
    });
    expect(next?.focus).toMatch(/\?$/);
    expect(roomOf(next?.roomUrl ?? "")).toMatchObject({ platform: "zoom", key: next?.roomKey });
    const agenda = next ? agendaOf(next, rows.meetings, rows.topics, now) : [];
    expect(agenda.map(({ carried }) => carried).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1, 2]);
  });

  test("the next milestone is nine days away, in the phase of feedback", () => {
    expect(nextMilestone(rows.milestones, today)).toMatchObject({
      dueOn: addDays(today, 9),
      phase: "feedback",
    });
  });

  test("it is week 14 of 26, in Cultivation for the second time", () => {
    expect(mentorship && lifePosition(mentorship, today)).toMatchObject({
      stage: "cultivation",
      week: 14,
      weeks: 26,
      again: true,
    });
    const walk = mentorship?.visits.map((visit) => visit.stage);
    expect(walk).toEqual(["prepare", "initiation", "cultivation", "initiation", "cultivation"]);
    for (const visit of mentorship?.visits.slice(3) ?? []) expect(visit.why).toBeTruthy();
  });

  test("eleven of twenty milestones are reached, and each goal has one ahead of it", () => {
    const inOrder = rows.goals.toSorted((a, b) => a.order - b.order);
    const goals = inOrder.map((goal) => {
      const own = rows.milestones.filter((milestone) => milestone.goalId === goal.id);
      const { reached, total, phase, late } = goalProgress(goal, own, today);
      return [goal.title, `${reached} of ${total}`, phase, late];
    });
    expect(goals).toEqual([
      ["Design an integration end to end", "3 of 6", "feedback", 0],
      ["Write production code with confidence", "2 of 5", "practice", 1],
      ["Speak up in design reviews", "4 of 5", "mastery", 0],
      ["Hand over admin work", "2 of 4", "feedback", 0],
    ]);
  });
});

describe("the story", () => {
  const held = rows.meetings.filter((meeting) => meeting.status === "held");

  test("has ten meetings that were held, each with notes of the user's, over most of a year", () => {
    expect(held).toHaveLength(10);
    expect(rows.notes.map((note) => note.id).toSorted()).toEqual(
      held.map(({ id }) => noteId(id, "me")).toSorted(),
    );
    for (const note of rows.notes) {
      const words = note.text.split(/\s+/u).length;
      expect(words).toBeGreaterThan(40);
      expect(words).toBeLessThan(300);
    }
    expect(
      daysBetween(held.map((meeting) => meeting.startsOn).toSorted()[0] ?? today, today),
    ).toBeGreaterThan(300);
  });

  test("meets every second week once the mentorship has begun", () => {
    const regular = held
      .filter((meeting) => meeting.startsOn > (mentorship?.startsOn ?? ""))
      .map((meeting) => meeting.startsOn)
      .toSorted();
    const gaps = [...regular.slice(1), today].map((day, n) => daysBetween(regular[n] ?? day, day));
    expect(gaps).toEqual(regular.map(() => 14));
  });

  test("has every kind of entry, from the first weeks to yesterday", () => {
    const kinds = new Set(rows.entries.map((entry) => entry.kind));
    expect(kinds).toEqual(
      new Set(["thought", "decision", "question", "advice", "feedback", "win", "lesson", "outcome"]),
    );
    const ages = rows.entries.map((entry) => daysBetween(dayOf(entry.createdAt, timeZone), today));
    expect(Math.max(...ages)).toBeGreaterThan(350);
    expect(Math.min(...ages)).toBe(1);
  });

  test("says nothing twice", () => {
    const said = [...rows.entries.map((row) => row.text), ...rows.commitments.map((row) => row.title)];
    expect(new Set(said).size).toBe(said.length);
  });

  test("carries on, at each wrap-up, exactly the topics that were open then", () => {
    for (const meeting of held) {
      const open = rows.topics.filter((topic) => {
        if (topic.createdAt > (meeting.wrappedUpAt ?? 0)) return false;
        const discussed = rows.meetings.find((each) => each.id === topic.discussedIn);
        return !discussed || startOf(discussed) > startOf(meeting);
      });
      const carried = rows.topics.filter((topic) => topic.carriedFrom.includes(meeting.id));
      expect(carried, meeting.title).toEqual(open);
    }
  });

  test("happens in an order that could be: nothing is done before it is there, nothing in the time to come", () => {
    const { writes } = sampleWrites({ now, timeZone, me: "me" });
    expect(writes.map((write) => write.at)).toEqual(
      writes.map((write) => write.at).toSorted((a, b) => a - b),
    );
    expect(writes.at(-1)?.at).toBeLessThan(now);
    const seen = new Set<string>();
    for (const { id, patch } of writes) {
      const makes = "mentorshipId" in patch || "name" in patch || "role" in patch;
      if (!seen.has(id)) expect(makes, `${id} is made by its first write`).toBe(true);
      seen.add(id);
      for (const field of ["mentorshipId", "goalId", "meetingId"]) {
        const parent = (patch as Record<string, unknown>)[field];
        if (typeof parent === "string") expect(seen, `${id} ${field}`).toContain(parent);
      }
    }
  });
});

test("it is as alive at any other moment, in any zone, clock changes included", () => {
  const zones = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
  ];
  const minutes = fc.integer({
    min: Date.parse("2026-01-01") / minuteMs,
    max: Date.parse("2030-01-01") / minuteMs,
  });
  const changes = [
    "2026-03-29T00:30Z",
    "2026-10-25T00:00Z",
    "2026-10-25T00:35Z",
    "2026-11-01T05:10Z",
    "2026-11-01T05:50Z",
    "2026-04-04T14:35Z",
  ];
  const moment = fc.oneof(minutes, fc.constantFrom(...changes.map((iso) => Date.parse(iso) / minuteMs)));
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (minute, zone) => {
      const at = minute * minuteMs;
      const alive = rowsOf({ now: at, timeZone: zone });
      const day = dayOf(at, zone);
      const next = nextMeeting(alive.meetings, at);
      const ahead = (next ? startOf(next) - at : 0) / minuteMs;
      expect(next?.title).toBe("Check-in 7");
      expect(ahead).toBeGreaterThanOrEqual(37);
      // In the hour that a clock change repeats, its second passing has no name of its own.
      const wished = at + 40 * minuteMs;
      const nameless = instantOf(dayOf(wished, zone), timeOf(wished, zone), zone) < wished - minuteMs;
      expect(ahead).toBeLessThanOrEqual(nameless ? 103 : 43);
      const due = dueItems(alive.commitments, alive.milestones, day, at);
      expect(due.map((item) => item.daysLate)).toEqual([4, 4, 0]);
      expect(nextMilestone(alive.milestones, day)?.dueOn).toBe(addDays(day, 9));
      const times = sampleWrites({ now: at, timeZone: zone, me: "me" }).writes.map((write) => write.at);
      expect(Math.max(...times)).toBeLessThan(at);
    }),
    { numRuns: 150 },
  );
});
