import { expect, test } from "vitest";
import type { Activity } from "@/lib/domain/activity.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { activitiesInOrder, stateFrom, suggestionsInOrder } from "@/lib/domain/practice.ts";
import { rapportMeetings } from "@/lib/domain/rapport.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import type { WorkState } from "@/lib/domain/vocabulary.ts";

const envelope = { author: "me", space: "personal", visibility: "private" as const, createdAt: 0 };
const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  ...envelope,
  id,
  mentorshipId: "s1",
  title: id,
  kind: "practice",
  state: "toDo",
  ...more,
});
const meeting = (id: string, startsOn: string, more: Partial<Meeting> = {}): Meeting => ({
  ...envelope,
  id,
  mentorshipId: "s1",
  kind: "checkIn",
  title: id,
  status: "planned",
  startsOn,
  startsTime: "15:00",
  timeZone: "Europe/Berlin",
  plannedMinutes: 45,
  ...more,
});

test("suggestions that were never begun come first, in the order in which they ship", () => {
  const keys = ["pitch", "shadow", "present"] as const;
  const begun = [
    activity("first", { suggestion: "pitch", createdAt: 1 }),
    activity("second", { suggestion: "pitch", createdAt: 2 }),
    activity("gone", { suggestion: "shadow", deletedAt: 9 }),
    activity("own"),
  ];
  expect(suggestionsInOrder(keys, begun).map(({ key, last }) => [key, last?.id])).toEqual([
    ["shadow", undefined],
    ["present", undefined],
    ["pitch", "second"],
  ]);
});

test.each<[string | null, WorkState]>([
  ["2026-11-24", "doing"],
  ["2026-11-01", "doing"],
  ["2026-11-25", "toDo"],
  [null, "toDo"],
])("what begins on %s is %s on 24 November", (startsOn, state) => {
  expect(stateFrom(startsOn, "2026-11-24")).toBe(state);
});

test("activities: under way, to come by their day, without one, done with the latest first", () => {
  const rows = [
    activity("done-early", { state: "done", startsOn: "2026-10-01" }),
    activity("undated"),
    activity("done-late", { state: "done", startsOn: "2026-11-01" }),
    activity("soon", { startsOn: "2026-12-01" }),
    activity("doing", { state: "doing" }),
  ];
  expect(activitiesInOrder(rows).map(({ id }) => id)).toEqual([
    "doing",
    "soon",
    "undated",
    "done-late",
    "done-early",
  ]);
});

const now = Date.parse("2026-11-24T14:10:00Z");

test.each<[string, Meeting[], string | undefined, string | undefined]>([
  ["none yet", [], undefined, undefined],
  ["one that is planned is neither", [meeting("a", "2026-12-01")], undefined, undefined],
  [
    "the last that was held",
    [meeting("a", "2026-11-01", { status: "held" }), meeting("b", "2026-11-10", { status: "held" })],
    undefined,
    "b",
  ],
  [
    "the one under way, and the one before it",
    [
      meeting("a", "2026-11-10", { status: "held", startedAt: 1, endedAt: 2 }),
      meeting("b", "2026-11-24", { startedAt: now - 60_000 }),
    ],
    "b",
    "a",
  ],
  [
    "one whose notes were never ended is no longer under way",
    [meeting("a", "2026-11-10", { startedAt: now - 14 * 86_400_000 })],
    undefined,
    "a",
  ],
  [
    "one in the trash is neither",
    [meeting("a", "2026-11-10", { status: "held", deletedAt: 3 })],
    undefined,
    undefined,
  ],
])("meetings in which an idea may have been used: %s", (_, meetings, running, lastHeld) => {
  const found = rapportMeetings(meetings, now);
  expect([found.running?.id, found.lastHeld?.id]).toEqual([running, lastHeld]);
});

test("a topic is one line, cut where it is too long", () => {
  expect(topicTitle("  one\n two ")).toBe("one two");
  expect(topicTitle("x".repeat(301))).toBe(`${"x".repeat(299)}…`);
});
