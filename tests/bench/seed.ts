import { applyWrite, type Change } from "../../lib/domain/change.ts";
import { schemaVersion } from "../../lib/domain/schema-version.ts";
import type { Stamp } from "../../lib/domain/hlc.ts";
import type { Records, TableName } from "../../lib/domain/records.ts";
import type { Evaluate } from "./quiet-chromium.ts";

/** Rows by table, as they lie in the database. */
export type Rows = Readonly<Record<string, readonly object[]>>;

/** What `applyWrite` adds by itself, or a row may lack. */
type Envelope = "id" | "author" | "space" | "visibility" | "createdAt" | "deletedAt" | "_c";
type SeedWrite = {
  [Table in TableName]: { table: Table; id: string; patch: Omit<Records[Table], Envelope> };
}[TableName];

const me = "bench-me";
const dayMs = 24 * 60 * 60 * 1000;

/** The mentorship that popup and panel show, and a meeting of it that lies ahead. */
export const seededMentorship = "bench-0";
export const seededMeeting = "bench-0-meeting-0";

/** One mentorship of five years with a meeting each fortnight, and how its records divide; the rest are entries. */
const recordsOfMentorship = 2500;
const shares = { goals: 0.004, milestones: 0.03, meetings: 0.05, topics: 0.16, commitments: 0.23 };

/**
 * A database of `count` records in mentorships of at most 2,500, with the change log that made them and the first one
 * in focus. The same arguments give the same rows.
 * @param now - epoch milliseconds; open things lie around it, everything else before
 * @param noteText - of {@link seededMeeting}
 */
export function seedRows(
  count: number,
  now: number,
  noteText = "- One thing that was said\n".repeat(40),
): Rows {
  const rows: Record<string, object[]> = {};
  const changes: Change[] = [];
  let last: Stamp | undefined;
  for (const [index, write] of seedWrites(count, now, noteText).entries()) {
    const context = {
      now: now - (count - index) * 1000,
      writer: "bench",
      author: me,
      act: `act-${index}`,
      did: "seed",
    };
    const applied = applyWrite(undefined, write, { ...context, last });
    if (!applied) continue;
    (rows[write.table] ??= []).push(applied.row);
    changes.push(applied.change);
    last = applied.change.stamp;
  }
  return {
    ...rows,
    changes: changes.map((change, index) => ({ ...change, n: index + 1 })),
    meta: [
      { key: "identity", writer: "bench", me },
      { key: "clock", last },
      { key: "schema", version: schemaVersion },
      { key: "focus", mentorshipId: seededMentorship },
    ],
  };
}

function seedWrites(count: number, now: number, noteText: string): readonly SeedWrite[] {
  const writes: SeedWrite[] = [{ table: "people", id: me, patch: { name: "Bench" } }];
  for (let number = 0; writes.length < count; number++) {
    const size = Math.min(recordsOfMentorship, count - writes.length);
    writes.push(...mentorshipWrites(`bench-${number}`, size, now, noteText));
  }
  return writes;
}

function mentorshipWrites(id: string, size: number, now: number, noteText: string): readonly SeedWrite[] {
  const many = (share: number): number => Math.max(1, Math.floor(size * share));
  const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
  const dayOn = (days: number): string => new Date(now + days * dayMs).toISOString().slice(0, 10);
  const of = { mentorshipId: id };
  const goals = many(shares.goals);
  const writes: readonly SeedWrite[] = [
    { table: "people", id: `${id}-partner`, patch: { name: `Partner of ${id}` } },
    {
      table: "mentorships",
      id,
      patch: {
        role: "mentee",
        meId: me,
        partnerId: `${id}-partner`,
        destination: "Somewhere worth the walk",
        visits: [{ stage: "cultivation", fromOn: dayOn(-300) }],
        startsOn: dayOn(-365),
        cadence: { every: 2, unit: "week" },
      },
    },
    ...numbers(goals).map((index): SeedWrite => ({
      table: "goals",
      id: `${id}-goal-${index}`,
      patch: { ...of, title: `Goal ${index}`, status: index < 3 ? "open" : "reached", order: index },
    })),
    ...numbers(many(shares.milestones)).map((index): SeedWrite => ({
      table: "milestones",
      id: `${id}-milestone-${index}`,
      patch: {
        ...of,
        goalId: `${id}-goal-${index % goals}`,
        title: `Milestone ${index}`,
        phase: "practice",
        dueOn: dayOn(9 - index),
        owner: "me",
        status: index < 10 ? "open" : "reached",
        order: index,
      },
    })),
    ...numbers(many(shares.meetings)).flatMap((index): readonly SeedWrite[] => [
      {
        table: "meetings",
        id: `${id}-meeting-${index}`,
        patch: {
          ...of,
          kind: "checkIn",
          title: `Check-in ${index}`,
          status: index === 0 ? "planned" : "held",
          startsOn: dayOn(1 - index * 14),
          startsTime: "10:00",
          timeZone: "UTC",
          plannedMinutes: 45,
        },
      },
      {
        table: "notes",
        id: `note.${id}-meeting-${index}.${me}`,
        patch: { ...of, meetingId: `${id}-meeting-${index}`, text: noteText },
      },
    ]),
    ...numbers(many(shares.topics)).map((index): SeedWrite => ({
      table: "topics",
      id: `${id}-topic-${index}`,
      patch: {
        ...of,
        title: `Topic ${index}`,
        kind: "topic",
        state: index < 8 ? "open" : "discussed",
        carriedFrom: [],
        order: index,
      },
    })),
    ...numbers(many(shares.commitments)).map((index): SeedWrite => ({
      table: "commitments",
      id: `${id}-commitment-${index}`,
      patch: {
        ...of,
        title: `Promise ${index}`,
        owner: "me",
        must: true,
        dueOn: dayOn(5 - index),
        status: index < 12 ? "open" : "done",
      },
    })),
  ];
  const entries = numbers(Math.max(0, size - writes.length)).map((index): SeedWrite => ({
    table: "entries",
    id: `${id}-entry-${index}`,
    patch: { ...of, kind: "advice", text: `Something worth keeping, number ${index}. `.repeat(4) },
  }));
  return [...writes, ...entries].slice(0, Math.max(size, 12));
}

/**
 * Replaces everything in the database `milepost`, below Dexie: seeding is not what is measured. Every page of the app
 * must have been closed, and opened once before, since the app makes the tables.
 * @param evaluate - in a page of the extension
 */
export async function replaceDatabase(evaluate: Evaluate, rows: Rows): Promise<void> {
  await evaluate(clearDatabase);
  for (const [table, all] of Object.entries(rows)) {
    // Some thousand rows at a time: one message to the browser has its limits.
    for (let start = 0; start < all.length; start += 5000) {
      await evaluate(putRows, table, JSON.stringify(all.slice(start, start + 5000)));
    }
  }
}

function clearDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open("milepost");
    open.addEventListener("error", () => reject(open.error));
    open.addEventListener("success", () => {
      const database = open.result;
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names, "readwrite");
      for (const name of names) transaction.objectStore(name).clear();
      transaction.addEventListener("abort", () => reject(transaction.error));
      transaction.addEventListener("complete", () => {
        database.close();
        resolve();
      });
    });
  });
}

function putRows(table: string, json: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open("milepost");
    open.addEventListener("error", () => reject(open.error));
    open.addEventListener("success", () => {
      const database = open.result;
      const transaction = database.transaction(table, "readwrite", { durability: "relaxed" });
      const store = transaction.objectStore(table);
      for (const row of JSON.parse(json) as object[]) store.put(row);
      transaction.addEventListener("abort", () => reject(transaction.error));
      transaction.addEventListener("complete", () => {
        database.close();
        resolve();
      });
    });
  });
}
