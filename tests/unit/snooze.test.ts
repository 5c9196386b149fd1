import { expect, test } from "vitest";
import { type SnoozeChoice, snoozeChoicesAt, snoozeUntil } from "@/lib/domain/snooze.ts";

const berlin = "Europe/Berlin";
const newYork = "America/New_York";

test.each<[choice: SnoozeChoice, now: string, zone: string, until: string]>([
  ["tenMinutes", "2026-11-24T13:22:00Z", berlin, "2026-11-24T13:32:00Z"],
  ["oneHour", "2026-11-24T13:22:00Z", berlin, "2026-11-24T14:22:00Z"],
  ["oneHour", "2026-10-25T00:30:00Z", berlin, "2026-10-25T01:30:00Z"],
  ["thisEvening", "2026-11-24T13:22:00Z", berlin, "2026-11-24T17:00:00Z"],
  ["thisEvening", "2026-11-24T13:22:00Z", newYork, "2026-11-24T23:00:00Z"],
  ["tomorrow", "2026-11-24T13:22:00Z", berlin, "2026-11-25T08:00:00Z"],
  ["tomorrow", "2026-11-24T23:30:00Z", berlin, "2026-11-26T08:00:00Z"],
  ["tomorrow", "2026-03-28T12:00:00Z", berlin, "2026-03-29T07:00:00Z"],
  ["tomorrow", "2026-10-31T12:00:00Z", newYork, "2026-11-01T14:00:00Z"],
  ["nextWorkday", "2026-11-24T13:22:00Z", berlin, "2026-11-25T08:00:00Z"],
  ["nextWorkday", "2026-11-27T13:22:00Z", berlin, "2026-11-30T08:00:00Z"],
  ["nextWorkday", "2026-11-28T13:22:00Z", berlin, "2026-11-30T08:00:00Z"],
  ["nextWorkday", "2026-11-29T13:22:00Z", berlin, "2026-11-30T08:00:00Z"],
  ["nextWorkday", "2026-12-31T13:22:00Z", berlin, "2027-01-01T08:00:00Z"],
])("%s, chosen at %s in %s, is until %s", (choice, now, zone, until) => {
  expect(new Date(snoozeUntil(choice, Date.parse(now), zone)).toISOString()).toBe(
    new Date(until).toISOString(),
  );
});

test.each<[when: string, now: string, choices: SnoozeChoice[]]>([
  ["on a Tuesday afternoon", "2026-11-24T13:22:00Z", ["tenMinutes", "oneHour", "thisEvening", "tomorrow"]],
  ["just before five", "2026-11-24T15:59:59Z", ["tenMinutes", "oneHour", "thisEvening", "tomorrow"]],
  ["at five", "2026-11-24T16:00:00Z", ["tenMinutes", "oneHour", "tomorrow"]],
  [
    "on a Friday morning",
    "2026-11-27T08:00:00Z",
    ["tenMinutes", "oneHour", "thisEvening", "tomorrow", "nextWorkday"],
  ],
  ["on a Saturday evening", "2026-11-28T19:00:00Z", ["tenMinutes", "oneHour", "tomorrow", "nextWorkday"]],
  ["on a Sunday morning", "2026-11-29T08:00:00Z", ["tenMinutes", "oneHour", "thisEvening", "tomorrow"]],
])("the choices %s all lie ahead and say different things", (_, now, choices) => {
  const at = Date.parse(now);
  expect(snoozeChoicesAt(at, berlin)).toEqual(choices);
  const until = choices.map((choice) => snoozeUntil(choice, at, berlin));
  expect(Math.min(...until)).toBeGreaterThan(at);
  expect(new Set(until).size).toBe(choices.length);
});
