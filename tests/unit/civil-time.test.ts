import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  endOfWeek,
  instantOf,
  isDay,
  isTimeOfDay,
  isTimeZone,
  startOfDay,
  timeOf,
  weekdayOf,
} from "@/lib/domain/civil-time.ts";

const utc = (iso: string): number => Date.parse(iso);

test.each([
  ["in winter", "2026-01-15", "09:30", "Europe/Berlin", "2026-01-15T08:30:00Z"],
  ["in summer", "2026-07-15", "09:30", "Europe/Berlin", "2026-07-15T07:30:00Z"],
  [
    "skipped by the clock change, read as the later",
    "2026-03-29",
    "02:30",
    "Europe/Berlin",
    "2026-03-29T01:30:00Z",
  ],
  ["just before the skipped hour", "2026-03-29", "01:59", "Europe/Berlin", "2026-03-29T00:59:00Z"],
  ["just after the skipped hour", "2026-03-29", "03:00", "Europe/Berlin", "2026-03-29T01:00:00Z"],
  ["that happens twice, read as the first", "2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
  ["just after the hour that happens twice", "2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00:00Z"],
  ["skipped in New York", "2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00Z"],
  ["that happens twice in New York", "2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00Z"],
  ["just after it in New York", "2026-11-01", "02:00", "America/New_York", "2026-11-01T07:00:00Z"],
  ["where the offset is no whole hour", "2026-06-01", "12:00", "Asia/Kathmandu", "2026-06-01T06:15:00Z"],
])("a time %s", (_, on, time, zone, expected) => {
  expect(new Date(instantOf(on, time, zone)).toISOString()).toBe(new Date(expected).toISOString());
});

test.each([
  ["in Berlin already the next day", "2026-12-31T23:30:00Z", "Europe/Berlin", "2027-01-01", "00:30"],
  ["in New York still the day before", "2026-03-01T04:59:00Z", "America/New_York", "2026-02-28", "23:59"],
  ["in the first of two equal hours", "2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25", "02:30"],
  ["in the second of two equal hours", "2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25", "02:30"],
  ["cut to the minute, not rounded", "2026-06-01T10:59:59.999Z", "UTC", "2026-06-01", "10:59"],
])("it is %s", (_, at, zone, day, time) => {
  expect([dayOf(utc(at), zone), timeOf(utc(at), zone)]).toEqual([day, time]);
});

test.each([
  ["Europe/Berlin", "2026-03-29", 23],
  ["Europe/Berlin", "2026-10-25", 25],
  ["Europe/Berlin", "2026-06-01", 24],
  ["America/New_York", "2026-03-08", 23],
  ["America/New_York", "2026-11-01", 25],
])("in %s the day %s has %d hours", (zone, on, hours) => {
  expect((startOfDay(addDays(on, 1), zone) - startOfDay(on, zone)) / 3_600_000).toBe(hours);
});

test.each([
  ["on a Wednesday", "2026-03-25T12:00:00Z", "2026-03-29T21:59:59.999Z"],
  ["on Sunday, an hour of which is left out", "2026-03-29T12:00:00Z", "2026-03-29T21:59:59.999Z"],
  ["on Monday", "2026-03-29T22:00:00Z", "2026-04-05T21:59:59.999Z"],
])("the week ends on Sunday night: %s", (_, now, end) => {
  expect(new Date(endOfWeek(utc(now), "Europe/Berlin")).toISOString()).toBe(end);
});

test("a day whose midnight does not exist starts when its first minute does", () => {
  // Beirut moves its clocks at midnight.
  expect(timeOf(startOfDay("2026-03-29", "Asia/Beirut"), "Asia/Beirut")).toBe("01:00");
});

test.each([
  ["2026-01-31", 1, "2026-02-01"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2027-02-28", 1, "2027-03-01"],
  ["2028-03-01", -1, "2028-02-29"],
  ["2026-03-28", 2, "2026-03-30"],
  ["2026-05-05", 0, "2026-05-05"],
])("%s and %d days is %s", (on, days, expected) => {
  expect(addDays(on, days)).toBe(expected);
  expect(daysBetween(on, expected)).toBe(days === 0 ? 0 : days);
});

test.each([
  ["2026-11-23", 1],
  ["2026-11-28", 6],
  ["2026-11-29", 7],
])("%s is day %d of its week", (on, weekday) => {
  expect(weekdayOf(on)).toBe(weekday);
});

describe("what is typed", () => {
  test.each(["2026-02-28", "2028-02-29", "2026-12-31"])("%s is a day", (value) => {
    expect(isDay(value)).toBe(true);
  });
  test.each([
    "",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-6-1",
    "26-06-01",
    "2026-06-01T10:00",
    " 2026-06-01",
  ])("“%s” is none", (value) => {
    expect(isDay(value)).toBe(false);
  });
  test.each(["00:00", "09:05", "23:59"])("%s is a time of day", (value) => {
    expect(isTimeOfDay(value)).toBe(true);
  });
  test.each(["", "24:00", "9:05", "09:60", "09:05:00", "0905"])("“%s” is none", (value) => {
    expect(isTimeOfDay(value)).toBe(false);
  });
  test.each([
    ["Europe/Berlin", true],
    ["UTC", true],
    ["Europe/Atlantis", false],
    ["", false],
  ])("“%s” as a zone: %s", (value, expected) => {
    expect(isTimeZone(value)).toBe(expected);
  });
});

const minute = fc.integer({
  min: utc("2020-01-01T00:00:00Z") / 60_000,
  max: utc("2040-01-01T00:00:00Z") / 60_000,
});

test("day and time lead back to the instant, but in the second of two equal hours", () => {
  fc.assert(
    fc.property(
      minute,
      fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe"),
      (minutes, zone) => {
        const at = minutes * 60_000;
        const back = instantOf(dayOf(at, zone), timeOf(at, zone), zone);
        expect([0, 30 * 60_000, 3_600_000]).toContain(at - back);
        if (at !== back) expect(timeOf(back, zone)).toBe(timeOf(at, zone));
      },
    ),
  );
});
