import { canonicalJson } from "./canonical-json.ts";
import type { Patch } from "./change.ts";
import type { Id, Instant, Stamped } from "./envelope.ts";
import { Goal } from "./goal.ts";
import { Metric } from "./metric.ts";
import { Milestone } from "./milestone.ts";

/** What a roadmap is made of. */
export const baselineTables = ["goals", "milestones", "metrics"] as const;
export type BaselineTable = (typeof baselineTables)[number];

/** A roadmap as it stood at some moment. */
export interface Baseline {
  goals: Goal[];
  milestones: Milestone[];
  metrics: Metric[];
}

type Row = Stamped & { mentorshipId?: unknown; deletedAt?: Instant | null; goalId?: Id | null };

/**
 * The roadmap of a mentorship out of rows that were read, or replayed from the change log. What was in the trash then,
 * by itself or with its goal, is left out; so are the clocks of the fields.
 */
export function baselineOf(
  rows: Readonly<Record<BaselineTable, readonly object[]>>,
  mentorshipId: Id,
): Baseline {
  const own = (table: BaselineTable): Row[] =>
    (rows[table] as readonly Row[]).filter((row) => row.mentorshipId === mentorshipId && !row.deletedAt);
  const goals = own("goals");
  const ids = new Set(goals.map(({ id }) => id));
  const underGoal = (table: BaselineTable): Row[] =>
    own(table).filter(({ goalId }) => goalId == null || ids.has(goalId));
  return {
    goals: plain<Goal>(goals),
    milestones: plain<Milestone>(underGoal("milestones")),
    metrics: plain<Metric>(underGoal("metrics")),
  };
}

/** As it is stored: one way to write it down, so that two that are equal are equal as text. */
export function baselineText(baseline: Baseline): string {
  return canonicalJson(baseline);
}

/** @returns `null` for a text that is no baseline */
export function baselineFrom(text: string | null | undefined): Baseline | null {
  if (!text) return null;
  try {
    const value = JSON.parse(text) as Partial<Record<BaselineTable, unknown>> | null;
    if (!value || !baselineTables.every((table) => Array.isArray(value[table]))) return null;
    const rowsOf = (table: BaselineTable): unknown[] => value[table] as unknown[];
    // A backup may bring anything: what is no row is left out, the rest stands as it was written.
    return {
      goals: rowsOf("goals").filter((row): row is Goal => Goal.safeParse(row).success),
      milestones: rowsOf("milestones").filter((row): row is Milestone => Milestone.safeParse(row).success),
      metrics: rowsOf("metrics").filter((row): row is Metric => Metric.safeParse(row).success),
    };
  } catch {
    return null;
  }
}

function plain<T>(rows: readonly Row[]): T[] {
  return rows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ _c, ...row }) => row satisfies Patch as unknown as T);
}
