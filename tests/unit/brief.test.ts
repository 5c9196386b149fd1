import { describe, expect, test } from "vitest";
import { isSince, newEvidence, newMeasurements, openObstacles, untriedAdvice } from "@/lib/domain/brief.ts";
import type { Entry } from "@/lib/domain/entry.ts";
import { someMeeting } from "./some.ts";

const zone = "Europe/Berlin";
const at = (iso: string): number => Date.parse(iso);
const last = { at: at("2026-11-10T15:00:00Z"), on: "2026-11-10" };

function someEntry(changed: Partial<Entry>): Entry {
  const common = { author: "me", space: "personal", visibility: "private" as const };
  return { ...common, id: "e", kind: "advice", text: "Draw first", createdAt: 0, ...changed };
}

describe("new evidence is exactly what is dated after the last meeting", () => {
  test.each([
    ["the day after", "2026-11-11", "2026-11-09T10:00:00Z", true],
    ["the day before, though written down later", "2026-11-09", "2026-11-12T10:00:00Z", false],
    ["the same day, written down after the meeting", "2026-11-10", "2026-11-10T16:00:00Z", true],
    ["the same day, written down before it", "2026-11-10", "2026-11-10T09:00:00Z", false],
    ["no day, written down after it", null, "2026-11-12T10:00:00Z", true],
  ])("%s", (_, on, created, isNew) => {
    expect(newEvidence([{ on, createdAt: at(created) }], last)).toHaveLength(isNew ? 1 : 0);
    expect(isSince(last, { on, at: at(created) })).toBe(isNew);
  });

  test("a metric tells its last value and the one before", () => {
    const value = (on: string, number: number) => ({ metricId: "m", on, value: number, createdAt: 0 });
    const [found] = newMeasurements(
      [value("2026-11-20", 5), value("2026-11-01", 9), value("2026-11-15", 7)],
      last,
    );
    expect([found?.before?.value, found?.now.value]).toEqual([7, 5]);
  });
});

test("an obstacle stands in the way until it is overcome or parked", () => {
  const states = [null, "open", "tried", "overcome", "parked"] as const;
  const rows = states.map((state) => someEntry({ kind: "obstacle", state }));
  expect(openObstacles(rows).map((row) => row.state)).toEqual([null, "open", "tried"]);
});

describe("advice that was not tried", () => {
  const meetings = ["2026-11-10", "2026-11-17", "2026-11-24", "2026-12-08"].map((startsOn, index) =>
    someMeeting({ id: `m${index}`, startsOn }),
  );
  const advice = someEntry({ createdAt: at("2026-11-10T15:00:00Z"), meetingId: "m0" });
  const shownIn = (entry: Entry, among = meetings): string[] =>
    among.filter((each) => untriedAdvice([entry], each, among, zone).length > 0).map(({ id }) => id);

  test("is brought up once, two weeks later", () => {
    expect(shownIn(advice)).toEqual(["m2"]);
  });

  test("waits for the next meeting where that one was called off", () => {
    const off = meetings.map((each) => (each.id === "m2" ? { ...each, status: "cancelled" as const } : each));
    expect(shownIn(advice, off)).toEqual(["m3"]);
  });

  test.each(["trying", "applied", "setAside"] as const)("is not brought up where it is %s", (state) => {
    expect(shownIn({ ...advice, state })).toEqual([]);
  });
});
