import { editCommitment } from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { finishReminder, snoozeReminders } from "@/lib/db/reminder-answers.ts";
import { addDays, dayOf, startOfDay } from "@/lib/domain/civil-time.ts";
import type { Occurrence } from "@/lib/domain/occurrence.ts";

const common = { author: "me", space: "personal", visibility: "private" as const };
const kinds = ["commitments", "milestones", "meetings", "reminders"] as const;
const dayMs = 86_400_000;

/** Something that is written down on a day and comes due on a later one. */
interface Planned {
  enterAt: number;
  table: (typeof kinds)[number];
  row: Record<string, unknown>;
}

export interface Plan {
  days: number;
  /** So many things come due. */
  things: number;
  /** At most so many days before it comes due a thing is written down. */
  aheadDays: number;
}

/** What ten mentorships bring in a stretch of time, in the order in which it is written down. */
export function planned(
  plan: Plan,
  begin: number,
  zones: readonly string[],
  chance: () => number,
): Planned[] {
  const first = dayOf(begin, "UTC");
  const two = (n: number): string => String(Math.floor(chance() * n)).padStart(2, "0");
  const things = Array.from({ length: plan.things }, (_, index): Planned => {
    const on = addDays(first, Math.floor(chance() * plan.days));
    // No earlier than the day before: what is added for today is another test.
    const ahead = 1 + Math.floor(chance() * plan.aheadDays);
    const enterAt = Math.max(begin, startOfDay(on, "UTC") - ahead * dayMs);
    const mentorshipId = `s${index % 10}`;
    const of = { ...common, mentorshipId, createdAt: enterAt };
    const time = `${two(24)}:${two(60)}`;
    const open = { ...of, title: "Send it", owner: "me", status: "open", dueOn: on };
    switch (index % 10) {
      case 0:
      case 1:
      case 2:
      case 3:
        return { enterAt, table: "commitments", row: { ...open, id: `c${index}`, must: true } };
      case 4:
      case 5:
        return {
          enterAt,
          table: "milestones",
          row: { ...open, id: `d${index}`, goalId: "g", phase: "practice" },
        };
      case 6: {
        const when = { startsOn: on, startsTime: time, timeZone: zones[index % zones.length] ?? "UTC" };
        const kind = chance() < 0.02 ? "final" : "checkIn";
        const what = { kind, title: "Check-in", status: "planned", plannedMinutes: 45 };
        return { enterAt, table: "meetings", row: { ...of, id: `m${index}`, ...what, ...when } };
      }
      default: {
        const urgent = chance() < 0.1 ? { urgent: true } : {};
        // In the hour that a change of the clocks leaves out, or has twice.
        const at = chance() < 0.2 ? "02:30" : time;
        const what = { kind: "own", status: "open", text: "Call", on, time: at };
        return { enterAt, table: "reminders", row: { ...of, id: `r${index}`, ...what, ...urgent } };
      }
    }
  });
  return things.toSorted((a, b) => a.enterAt - b.enterAt);
}

/** Writes down what the person knows of by `now`; takes it from the beginning of `plan`. */
export async function enter(db: MilepostDb, plan: Planned[], now: number): Promise<void> {
  const first = plan[0];
  if (!first || first.enterAt > now) return;
  const later = plan.findIndex(({ enterAt }) => enterAt > now);
  const known = plan.splice(0, later === -1 ? plan.length : later);
  for (const table of kinds) {
    const rows = known.filter((each) => each.table === table).map(({ row }) => row);
    if (rows.length > 0) await db.table(table).bulkPut(rows);
  }
}

/** Ten mentorships, half of which want to hear from the other side now and then. */
export async function beginMentorships(db: MilepostDb, begin: number): Promise<void> {
  const first = dayOf(begin, "UTC");
  await db.mentorships.bulkPut(
    Array.from({ length: 10 }, (_, index) => ({
      ...common,
      id: `s${index}`,
      role: "mentee" as const,
      meId: "me",
      partnerId: `p${index}`,
      destination: "",
      visits: [{ stage: "cultivation" as const, fromOn: first }],
      startsOn: first,
      createdAt: begin,
      ...(index % 2 === 0 ? { touchEveryWeeks: 2 + index } : {}),
    })),
  );
}

/** The person puts something off, moves its date or is done with it, as in the lists. */
export async function answerOne(
  db: MilepostDb,
  due: readonly Occurrence[],
  below: (n: number) => number,
  zone: string,
): Promise<void> {
  const each = due[below(due.length)];
  if (!each) return;
  const now = db.now();
  const what = below(3);
  if (what === 0) await snoozeReminders(db, [each], now + (1 + below(2_000)) * 60_000);
  else if (what === 1 || each.kind !== "commitmentDue") await finishReminder(db, each, zone);
  else await editCommitment(db, each.recordId, { dueOn: addDays(dayOf(now, zone), below(9)) });
}

/** Ticks off many at once, as the verbs leave them: thousands of single acts would be what takes the time. */
export async function tickOff(db: MilepostDb, due: readonly Occurrence[]): Promise<void> {
  const tables = { commitmentDue: "commitments", milestoneDue: "milestones", own: "reminders" } as const;
  for (const [kind, table] of Object.entries(tables)) {
    const keys = due.filter((each) => each.kind === kind).map(({ recordId }) => recordId);
    const status = kind === "milestoneDue" ? "reached" : "done";
    if (keys.length > 0)
      await db.table(table).bulkUpdate([...new Set(keys)].map((key) => ({ key, changes: { status } })));
  }
}
