import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { accomplishedAt, type AccomplishedRecords } from "@/lib/domain/accomplished.ts";
import { confidentialTopics } from "@/lib/domain/confidential-topics.ts";
import type { Entry } from "@/lib/domain/entry.ts";
import { mailAddressIn, mailLink } from "@/lib/domain/mail-link.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { rhythmOf } from "@/lib/domain/taper.ts";
import { trackerRows } from "@/lib/domain/tracker.ts";
import { recapMarkdown, recapsMarkdown, recapText } from "@/lib/formats/recap.ts";
import { recordCsv, recordMarkdown } from "@/lib/formats/record-table.ts";
import { someCommitment, someMeeting, someMilestone, someTopic } from "./some.ts";

const dayMs = 86_400_000;
const now = Date.parse("2026-12-31T12:00:00Z");

function held(id: string, startsOn: string, changed: Partial<Meeting> = {}): Meeting {
  const startedAt = Date.parse(`${startsOn}T14:00:00Z`);
  return someMeeting({ id, startsOn, status: "held", startedAt, endedAt: startedAt + 2_700_000, ...changed });
}

function entry(id: string, kind: Entry["kind"], changed: Partial<Entry> = {}): Entry {
  const common = { author: "me", space: "personal", visibility: "private" as const };
  return { ...common, id, kind, text: id, mentorshipId: "s1", createdAt: 0, ...changed };
}

const nothing: AccomplishedRecords = { commitments: [], milestones: [], evidence: [], entries: [] };
const noon = (on: string): number => Date.parse(`${on}T12:00:00Z`);

describe("what was accomplished", () => {
  const [first, second] = [held("m1", "2026-11-10"), held("m2", "2026-11-24")];
  const meetings = [first, second];

  test("belongs to the first meeting that ended after it", () => {
    const records = {
      ...nothing,
      commitments: [
        someCommitment({ id: "before", status: "done", doneAt: noon("2026-11-09") }),
        someCommitment({ id: "between", status: "done", doneAt: noon("2026-11-20"), owner: "them" }),
        someCommitment({ id: "after", status: "done", doneAt: noon("2026-11-25") }),
        someCommitment({ id: "open" }),
      ],
      milestones: [someMilestone({ status: "reached", reachedAt: noon("2026-11-21") })],
      entries: [
        entry("win", "win", { createdAt: noon("2026-11-22") }),
        entry("thought", "thought", { createdAt: noon("2026-11-22") }),
        // Written down long after it happened: it belongs to when it happened.
        entry("late", "outcome", { createdAt: noon("2026-12-20"), happenedAt: noon("2026-11-12") }),
      ],
    };
    const ids = meetings.map((meeting) =>
      accomplishedAt(meeting, meetings, records, now).map(({ id, owner }) => [id, owner]),
    );
    expect(ids).toEqual([
      [["before", "me"]],
      [
        ["late", "me"],
        ["between", "them"],
        ["ms1", "me"],
        ["win", "me"],
      ],
    ]);
  });

  test("and said in a meeting is that meeting's own, whenever it was taken down", () => {
    const records = { ...nothing, entries: [entry("win", "win", { meetingId: "m1", createdAt: now })] };
    expect(accomplishedAt(first, meetings, records, now)).toHaveLength(1);
    expect(accomplishedAt(second, meetings, records, now)).toEqual([]);
  });

  test("is on exactly one row, whatever meetings there are and whichever is logged in between afterwards", () => {
    const day = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 8 }), fc.array(day), (days, doneDays) => {
        const start = noon("2025-12-01");
        const all = days.map((n, index) => {
          const endedAt = start + n * dayMs;
          return someMeeting({ id: `m${index}`, status: "held", startedAt: endedAt - 1, endedAt });
        });
        const commitments = doneDays.map((n, index) =>
          someCommitment({ id: `c${index}`, status: "done", doneAt: start + n * dayMs - dayMs / 2 }),
        );
        const rows = trackerRows({ ...nothing, commitments, meetings: all, topics: [] }, now);
        const found = rows.flatMap(({ accomplished }) => accomplished.map(({ id }) => id)).toSorted();
        const last = Math.max(...days);
        const expected = commitments.filter((_, index) => (doneDays[index] ?? 0) <= last).map(({ id }) => id);
        expect(found).toEqual(expected.toSorted());
      }),
    );
  });
});

test("each meeting that was held has exactly one row, with what was said and agreed on in it", () => {
  const meetings = [
    held("m1", "2026-11-10", { leftOut: ["left"] }),
    held("m2", "2026-11-24"),
    someMeeting({ id: "planned", startsOn: "2026-12-08" }),
    someMeeting({ id: "moved", status: "moved" }),
    someMeeting({ id: "cancelled", status: "cancelled" }),
    someMeeting({ id: "no-show", status: "noShow" }),
  ];
  const rows = trackerRows(
    {
      meetings,
      topics: [
        someTopic({ id: "b", state: "discussed", discussedIn: "m1", order: 2 }),
        someTopic({ id: "a", state: "discussed", discussedIn: "m1", order: 1 }),
        someTopic({ id: "open" }),
      ],
      entries: [
        entry("decided", "decision", { meetingId: "m1" }),
        entry("said", "feedback", { meetingId: "m2" }),
        entry("elsewhere", "decision"),
      ],
      commitments: [
        someCommitment({ id: "step", meetingId: "m1" }),
        someCommitment({ id: "kept", meetingId: "m1", status: "done", doneAt: noon("2026-11-20") }),
        someCommitment({ id: "dropped", meetingId: "m1", status: "dropped" }),
        someCommitment({ id: "proposed", meetingId: "m1", status: "proposed" }),
      ],
      milestones: [someMilestone({ id: "left", status: "reached", reachedAt: noon("2026-11-01") })],
      evidence: [],
    },
    now,
  );
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  expect(
    rows.map((row) => [
      row.meeting.id,
      ids(row.accomplished),
      ids(row.topics),
      ids(row.decisions),
      ids(row.feedback),
      ids(row.steps),
    ]),
  ).toEqual([
    ["m2", ["kept"], [], [], ["said"], []],
    ["m1", [], ["a", "b"], ["decided"], [], ["step", "kept"]],
  ]);
});

describe("the rhythm", () => {
  const agreed = { every: 2, unit: "week" } as const;
  const mentorship = {
    cadence: agreed,
    visits: [
      { stage: "cultivation" as const, fromOn: "2026-01-01" },
      { stage: "separation" as const, fromOn: "2026-11-01" },
    ],
  };
  test.each([
    ["as agreed before Separation", "2026-10-20", ["2026-10-06", "2026-10-20"], agreed, false],
    ["as agreed until the first meeting there", "2026-11-02", ["2026-10-20"], agreed, false],
    ["monthly after the first one there", "2026-11-03", ["2026-11-03"], { every: 1, unit: "month" }, true],
    [
      "quarterly after the second",
      "2026-12-03",
      ["2026-11-03", "2026-12-03"],
      { every: 3, unit: "month" },
      true,
    ],
    [
      "quarterly from then on",
      "2027-06-03",
      ["2026-11-03", "2026-12-03", "2027-03-03", "2027-06-03"],
      { every: 3, unit: "month" },
      true,
    ],
  ] as const)("is %s", (_, today, days, cadence, tapers) => {
    const meetings = days.map((on) => held(on, on));
    expect(rhythmOf(mentorship, meetings, today)).toEqual({ cadence, tapers });
  });

  test("never becomes faster than what was agreed on", () => {
    const slow = { ...mentorship, cadence: { every: 6, unit: "month" as const } };
    expect(rhythmOf(slow, [held("m", "2026-11-03")], "2026-11-03")).toEqual({
      cadence: slow.cadence,
      tapers: false,
    });
  });

  test("does not count what was not held", () => {
    const cancelled = someMeeting({ status: "cancelled", startsOn: "2026-11-03" });
    expect(rhythmOf(mentorship, [cancelled], "2026-11-03").tapers).toBe(false);
  });
});

describe("a mail link", () => {
  test("opens a mail that is written already, also with line breaks and signs", () => {
    const link = mailLink({ to: "amara@example.org", subject: "A & B", body: "Grüße\nund 100 % Dank?" });
    expect(link).toMatch(/^mailto:amara%40example\.org\?subject=A%20%26%20B&body=/u);
    const url = new URL(link ?? "");
    expect(url.searchParams.get("body")).toBe("Grüße\r\nund 100 % Dank?");
  });

  test("is not made where it would be cut", () => {
    expect(mailLink({ to: "", subject: "s", body: "x".repeat(1_900) })).not.toBeNull();
    expect(mailLink({ to: "", subject: "s", body: "é".repeat(400) })).toBeNull();
  });

  test("is made of any words at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const link = mailLink({ to: "", subject: words, body: `${words}\u{D800}` });
        if (link) expect(link).toMatch(/^mailto:\?subject=[^&\s]*&body=[^&\s]*$/u);
      }),
    );
  });

  test.each([
    ["Write to amara.okafor@mail.example.org, please", "amara.okafor@mail.example.org"],
    ["https://example.org/@amara", ""],
    ["", ""],
  ])("finds the address in %j", (text, address) => {
    expect(mailAddressIn(text)).toBe(address);
  });
});

const recap = {
  title: "2026-11-10 Check-in 6",
  lines: ["Amara Okafor, Tuesday"],
  sections: [
    {
      heading: "Next steps",
      items: [
        { text: "Send\nthe record (Me)", done: false },
        { text: "Read", done: true },
      ],
    },
    { heading: "Taken down", items: [{ text: "Small steps", kind: "Advice" }] },
    { heading: "Decided", items: [] },
    { heading: "Notes", words: "# Mine\n\n```\n# code\n```\nplain" },
  ],
};

test("a recap as Markdown keeps its lists whole and puts the headings of notes below its own", () => {
  expect(recapMarkdown(recap)).toBe(`# 2026-11-10 Check-in 6

Amara Okafor, Tuesday

## Next steps

- [ ] Send the record (Me)
- [x] Read

## Taken down

- **Advice:** Small steps

## Notes

### Mine

\`\`\`
# code
\`\`\`
plain
`);
});

test("a recap for a mail has no marks", () => {
  expect(recapText({ ...recap, sections: recap.sections.slice(0, 2) })).toBe(`2026-11-10 Check-in 6
Amara Okafor, Tuesday

Next steps
- Send the record (Me)
✓ Read

Taken down
- Advice: Small steps`);
});

test("all meetings with one person are one document, each under its day", () => {
  const short = { title: "2026-11-24 Check-in 7", lines: [], sections: recap.sections.slice(1, 2) };
  expect(recapsMarkdown("Meetings with Amara", [{ ...recap, sections: [] }, short]))
    .toBe(`# Meetings with Amara

## 2026-11-10 Check-in 6

Amara Okafor, Tuesday

## 2026-11-24 Check-in 7

### Taken down

- **Advice:** Small steps
`);
});

describe("the record as a table", () => {
  const table = {
    heads: ["Day", "Decided"],
    rows: [
      [["2026-11-10"], ['Say "no"', "Alert, after 15 min"]],
      [["2026-11-24"], ["=HYPERLINK(1)", "a | b <b>", "@cmd"]],
      [["2026-12-08"], []],
    ],
  };

  test("as CSV is read again as it was, and runs no formula", () => {
    const csv = recordCsv(table);
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const { data, errors } = Papa.parse<string[]>(csv.slice(1).trimEnd());
    expect(errors).toEqual([]);
    expect(data).toEqual([
      ["Day", "Decided"],
      ["2026-11-10", 'Say "no"\nAlert, after 15 min'],
      ["2026-11-24", "'=HYPERLINK(1)\na | b <b>\n@cmd"],
      ["2026-12-08", ""],
    ]);
  });

  test("as Markdown keeps its cells, whatever is in them", () => {
    expect(recordMarkdown(table)).toBe(
      [
        "| Day | Decided |",
        "| --- | --- |",
        '| 2026-11-10 | Say "no"<br>Alert, after 15 min |',
        String.raw`| 2026-11-24 | =HYPERLINK(1)<br>a \| b &lt;b><br>@cmd |`,
        "| 2026-12-08 |  |",
        "",
      ].join("\n"),
    );
  });
});

test("a topic about something that is meant for nobody else, or that is gone, is confidential", () => {
  const about = (id: string, fromId: string) => someTopic({ id, fromTable: "entries", fromId });
  const topics = [
    about("open", "e1"),
    about("secret", "e2"),
    about("gone", "e3"),
    someTopic({ id: "plain" }),
  ];
  const entries = [entry("e1", "question"), entry("e2", "concern", { confidential: true })];
  expect([...confidentialTopics(topics, entries)]).toEqual(["secret", "gone"]);
});
