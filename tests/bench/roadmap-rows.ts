import { applyWrite, type Change } from "../../lib/domain/change.ts";
import type { Stamp } from "../../lib/domain/hlc.ts";
import { schemaVersion } from "../../lib/domain/schema-version.ts";
import { phases } from "../../lib/domain/vocabulary.ts";
import type { Rows } from "./seed.ts";

const me = "bench-me";
const dayMs = 24 * 60 * 60 * 1000;
const stamped: Parameters<typeof applyWrite>[1][] = [];

/**
 * Mentorships with their goals, milestones and meetings, the first one in focus. The milestones of each lie over a year
 * and a half around today, most of those behind it reached.
 * @param counts milestones of each mentorship; 0 is one that has just begun
 * @param now epoch ms
 */
export function roadmapRows(counts: readonly number[], now: number): Rows {
  const rows: Record<string, object[]> = {};
  const changes: Change[] = [];
  let last: Stamp | undefined;
  const writes = [
    { table: "people", id: me, patch: { name: "Bench" } } as const,
    ...counts.flatMap((count, number) => mentorshipWrites(`road-${number}`, count, now)),
  ];
  for (const [index, write] of writes.entries()) {
    const context = {
      now: now - (writes.length - index) * 1000,
      writer: "bench",
      author: me,
      act: `act-${index}`,
      did: "seed",
      last,
    };
    const applied = applyWrite(undefined, write, context);
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
      { key: "focus", mentorshipId: "road-0" },
    ],
  };
}

function mentorshipWrites(id: string, count: number, now: number): typeof stamped {
  const dayOn = (days: number): string => new Date(now + days * dayMs).toISOString().slice(0, 10);
  const of = { mentorshipId: id };
  const goals = count === 0 ? 0 : Math.max(5, Math.ceil(count / 250));
  const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
  return [
    { table: "people", id: `${id}-partner`, patch: { name: `Partner of ${id}` } },
    {
      table: "mentorships",
      id,
      patch: {
        role: "mentee",
        meId: me,
        partnerId: `${id}-partner`,
        destination: "Somewhere worth the walk",
        visits: [{ stage: "cultivation", fromOn: dayOn(-90) }],
        startsOn: dayOn(-91),
        endsOn: dayOn(91),
        cadence: { every: 2, unit: "week" },
      },
    },
    ...numbers(goals).map((index) => ({
      table: "goals" as const,
      id: `${id}-goal-${index}`,
      patch: { ...of, title: `Goal ${index} of ${id}`, status: "open" as const, order: index },
    })),
    ...numbers(count).map((index) => {
      const days = Math.round(((index * 7919) % 540) - 270);
      const reached = days < -3;
      return {
        table: "milestones" as const,
        id: `${id}-milestone-${index}`,
        patch: {
          ...of,
          goalId: `${id}-goal-${index % goals}`,
          title: `Milestone ${index}, a few words long`,
          phase: phases[Math.min(3, Math.max(0, Math.floor((days + 270) / 135)))] ?? "discovery",
          dueOn: dayOn(days),
          owner: "me" as const,
          status: reached ? ("reached" as const) : ("open" as const),
          reachedAt: reached ? now + days * dayMs : null,
          order: index,
        },
      };
    }),
    ...numbers(count === 0 ? 0 : 12).map((index) => ({
      table: "meetings" as const,
      id: `${id}-meeting-${index}`,
      patch: {
        ...of,
        kind: "checkIn" as const,
        title: `Check-in ${index}`,
        status: index < 6 ? ("held" as const) : ("planned" as const),
        startsOn: dayOn(index * 14 - 80),
        startsTime: "10:00",
        timeZone: "UTC",
        plannedMinutes: 45,
      },
    })),
  ];
}
