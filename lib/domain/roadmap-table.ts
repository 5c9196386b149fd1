import type { Day, Id } from "./envelope.ts";
import type { Goal } from "./goal.ts";
import type { Milestone } from "./milestone.ts";
import { nextMilestone } from "./next-milestone.ts";
import { markState, type MarkState, openGoalsOnly, standsOn } from "./roadmap-picture.ts";
import { type Owner, owners, type Phase, phases } from "./vocabulary.ts";

export const tableColumns = ["goal", "milestone", "phase", "date", "owner", "state"] as const;
export type TableColumn = (typeof tableColumns)[number];

export interface TableRow {
  id: Id;
  title: string;
  goalId: Id;
  goalTitle: string;
  goalOrder: number;
  phase: Phase;
  /** When it was reached, or is due. */
  on: Day | null;
  owner: Owner;
  state: MarkState;
}

const states: readonly MarkState[] = ["late", "next", "ahead", "done", "drop"];

/** Every milestone of every goal, those of goals that were let go too. */
export function tableRows(
  goals: readonly Goal[],
  milestones: readonly Milestone[],
  today: Day,
  timeZone: string,
): TableRow[] {
  const nextId = nextMilestone(openGoalsOnly(goals, milestones), today)?.id;
  const byId = new Map(goals.map((goal, index) => [goal.id, { goal, index }]));
  return milestones.flatMap((milestone): TableRow[] => {
    const of = byId.get(milestone.goalId);
    if (!of) return [];
    return [
      {
        id: milestone.id,
        title: milestone.title,
        goalId: of.goal.id,
        goalTitle: of.goal.title,
        goalOrder: of.index,
        phase: milestone.phase ?? "discovery",
        on: standsOn(milestone, timeZone),
        owner: milestone.owner ?? "me",
        state: markState(milestone, nextId, today),
      },
    ];
  });
}

/**
 * Rows by a column; what is equal there goes by goal, then by day. Without a day comes last, whichever way.
 * @param compareText in the order of the person's language
 */
export function sortedRows(
  rows: readonly TableRow[],
  column: TableColumn,
  descending: boolean,
  compareText: (a: string, b: string) => number,
): TableRow[] {
  const by: Record<TableColumn, (a: TableRow, b: TableRow) => number> = {
    goal: (a, b) => a.goalOrder - b.goalOrder,
    milestone: (a, b) => compareText(a.title, b.title),
    phase: (a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase),
    date: (a, b) => compareDays(a.on, b.on),
    owner: (a, b) => owners.indexOf(a.owner) - owners.indexOf(b.owner),
    state: (a, b) => states.indexOf(a.state) - states.indexOf(b.state),
  };
  const turn = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (column === "date" && (a.on === null) !== (b.on === null)) return a.on === null ? 1 : -1;
    return turn * by[column](a, b) || a.goalOrder - b.goalOrder || compareDays(a.on, b.on);
  });
}

function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
