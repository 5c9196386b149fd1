import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarReading, mostEvents } from "@/lib/domain/calendar-event.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { largestCalendar, readCalendar } from "@/lib/formats/ics.ts";
import { repositoryRoot } from "@/tests/harness/folders.ts";
import { expected } from "./ics-expected.ts";

const folder = join(repositoryRoot, "tests/fixtures/ics");
const files = readdirSync(folder).map((name) => basename(name, ".ics"));
const now = Date.parse("2026-11-25T12:00:00Z");
const options = { now, timeZone: "Europe/Berlin" };

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, `${name}.ics`)));
}

function read(text: string, more = {}): CalendarReading {
  return readCalendar(new TextEncoder().encode(text), { ...options, ...more });
}

function calendarOf(...lines: string[]): string {
  return ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

function eventOf(...lines: string[]): string {
  return ["BEGIN:VEVENT", "UID:u", ...lines, "END:VEVENT"].join("\r\n");
}

function linesOf({ events }: CalendarReading): string[] {
  return events.map((event) =>
    [
      event.startsOn,
      event.startsTime,
      event.timeZone,
      `${event.minutes} min`,
      event.title,
      event.recurrenceId && `(${event.recurrenceId})`,
      event.cancelled && "cancelled",
      event.roomUrl && `<${event.roomUrl}>`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

test("each calendar has its expectation", () => {
  expect(Object.keys(expected).toSorted()).toEqual(files.toSorted());
  expect(files.length).toBeGreaterThanOrEqual(40);
});

test.each(files)("%s gives the expected meetings, or a clear error", (name) => {
  const { events = [], allDay = 0, unreadable = 0, error } = expected[name] ?? {};
  if (error) {
    expect(() => readCalendar(bytesOf(name), options)).toThrow(new UserError(error as "icsEmpty"));
    return;
  }
  const reading = readCalendar(bytesOf(name), options);
  expect(linesOf(reading)).toEqual(events);
  expect(reading).toMatchObject({ allDay, unreadable, cut: false });
});

test("who takes part is told by name and address, and no passcode is kept", () => {
  const [google] = readCalendar(bytesOf("google-single"), options).events;
  expect(google?.attendees).toEqual([
    { name: "Carla Mendes", address: "carla@example.com" },
    { name: "Amara Okafor", address: "amara.okafor@example.org" },
  ]);
  expect(JSON.stringify(readCalendar(bytesOf("zoom-single"), options))).not.toContain("Secret");
  expect(JSON.stringify(readCalendar(bytesOf("outlook-safelinks"), options))).not.toContain("abc123");
});

test("an exception that came alone does not say that the other dates are off", () => {
  expect(readCalendar(bytesOf("outlook-one-exception"), options).whole).toEqual([]);
});

test("an entry that is known is told of wherever it was moved to, others not", () => {
  const text = calendarOf(eventOf("DTSTART:20281201T100000Z", "SUMMARY:Far"));
  expect(read(text).events).toEqual([]);
  expect(read(text, { isKnown: (uid: string) => uid === "u" }).events).toHaveLength(1);
});

test("times without a zone are those of the calendar, else of the reader", () => {
  const event = eventOf("DTSTART:20261201T100000", "DTEND:20261201T103000");
  expect(read(calendarOf(event)).events[0]?.timeZone).toBe("Europe/Berlin");
  expect(read(calendarOf("X-WR-TIMEZONE:Asia/Tokyo", event)).events[0]).toMatchObject({
    startsTime: "10:00",
    timeZone: "Asia/Tokyo",
  });
});

describe("whatever is in it, it ends soon and says what it is", () => {
  /** Slower than any machine that this runs on, and faster than a person's patience. */
  const withinMs = 4_000;

  function endsSoon(bytes: Uint8Array): CalendarReading | null {
    const startedAt = performance.now();
    try {
      return readCalendar(bytes, options);
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      return null;
    } finally {
      expect(performance.now() - startedAt).toBeLessThan(withinMs);
    }
  }

  test("calendars with bytes changed, lines lost, doubled and exchanged", { timeout: 120_000 }, () => {
    const originals = files.map(bytesOf).filter((bytes) => bytes.length > 0);
    const edit = fc.record({
      kind: fc.constantFrom("byte", "drop", "double", "swap", "cut"),
      at: fc.nat(100_000),
      other: fc.nat(100_000),
      byte: fc.nat(255),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (bytes, edits) => {
          const reading = endsSoon(edits.reduce(mutated, bytes));
          for (const event of reading?.events ?? []) {
            expect(event.startsOn).toMatch(/^-?\d{4,6}-\d\d-\d\d$|^[+-]\d{6}-\d\d-\d\d$/);
            expect(event.minutes).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test("rules put together by chance", { timeout: 120_000 }, () => {
    const number = fc.oneof(
      fc.integer({ min: -400, max: 400 }),
      fc.constantFrom(0, 29, 30, 31, 53, 366, 2 ** 31),
    );
    const part = fc.oneof(
      fc
        .tuple(
          fc.constantFrom(
            "BYMONTH",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYSETPOS",
            "BYHOUR",
            "INTERVAL",
            "COUNT",
          ),
          fc.array(number, { minLength: 1, maxLength: 4 }),
        )
        .map(([name, values]) => `${name}=${values.join(",")}`),
      fc
        .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.constantFrom("MO", "TU", "SU", "XX")), {
          minLength: 1,
          maxLength: 4,
        })
        .map((days) => `BYDAY=${days.map(([n, day]) => `${n === 0 ? "" : n}${day}`).join(",")}`),
      fc.constantFrom("UNTIL=20261231", "UNTIL=19000101T000000Z", "WKST=SU", "WKST=ZZ"),
    );
    const rule = fc.tuple(
      fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "SECONDLY"),
      fc.array(part, { maxLength: 4 }),
    );
    const start = fc.constantFrom("16010101T030000", "19700101T000000", "20240229T120000", "20261130T235959");
    fc.assert(
      fc.property(rule, start, ([freq, parts], startsAt) => {
        endsSoon(
          new TextEncoder().encode(
            calendarOf(eventOf(`DTSTART:${startsAt}Z`, `RRULE:FREQ=${[freq, ...parts].join(";")}`)),
          ),
        );
      }),
      { numRuns: 600 },
    );
  });

  const many = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("\r\n");
  test.each([
    [
      "a thousand endless rules",
      calendarOf(
        many(1_000, (n) =>
          eventOf(`UID:${n}`, "DTSTART:20200101T100000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
        ),
      ),
    ],
    [
      "a zone with endless rules",
      calendarOf(
        "BEGIN:VTIMEZONE",
        "TZID:Own",
        many(
          90,
          () =>
            "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nEND:STANDARD",
        ),
        "END:VTIMEZONE",
        eventOf("DTSTART;TZID=Own:20261201T100000"),
      ),
    ],
    [
      "a hundred thousand entries",
      calendarOf(many(100_000, (n) => eventOf(`UID:${n}`, "DTSTART:20261201T100000Z"))),
    ],
    [
      "a hundred thousand dates",
      calendarOf(
        eventOf(
          "DTSTART:20261201T100000Z",
          many(100_000, () => "RDATE:20261202T100000Z"),
        ),
      ),
    ],
    [
      "a line of ten million letters",
      calendarOf(eventOf("DTSTART:20261201T100000Z", `SUMMARY:${"x".repeat(10_000_000)}`)),
    ],
    [
      "a million folds",
      calendarOf(eventOf("DTSTART:20261201T100000Z", `SUMMARY:${"\r\n x".repeat(1_000_000)}`)),
    ],
    [
      "a hundred thousand links",
      calendarOf(eventOf("DTSTART:20261201T100000Z", `DESCRIPTION:${"https://a.b/c ".repeat(7_000)}`)),
    ],
    ["parameters without an end", calendarOf(eventOf(`DTSTART${';X="'.repeat(20_000)}:20261201T100000Z`))],
    ["a hundred thousand levels", calendarOf("BEGIN:VEVENT\r\n".repeat(100_000))],
  ])("%s", { timeout: 30_000 }, (_, text) => {
    const reading = endsSoon(new TextEncoder().encode(text));
    expect(reading?.events.length ?? 0).toBeLessThanOrEqual(mostEvents);
  });

  test("a calendar that is too large is refused before it is looked at", () => {
    expect(() => readCalendar(new Uint8Array(largestCalendar + 1), options)).toThrow(
      new UserError("icsTooLarge"),
    );
  });
});

interface Edit {
  kind: string;
  at: number;
  other: number;
  byte: number;
}

function mutated(bytes: Uint8Array, { kind, at, other, byte }: Edit): Uint8Array {
  if (bytes.length === 0) return bytes;
  if (kind === "cut") return bytes.slice(0, at % bytes.length);
  if (kind === "byte") {
    const copy = bytes.slice();
    copy[at % copy.length] = byte;
    return copy;
  }
  const lines = new TextDecoder("latin1").decode(bytes).split("\n");
  const [first, second] = [at % lines.length, other % lines.length];
  const [a = "", b = ""] = [lines[first], lines[second]];
  if (kind === "drop") lines.splice(first, 1);
  else if (kind === "double") lines.splice(second, 0, a);
  else {
    lines[first] = b;
    lines[second] = a;
  }
  return Uint8Array.from(lines.join("\n"), (letter) => letter.charCodeAt(0) & 0xff);
}
