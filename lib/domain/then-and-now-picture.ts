import { addDays, addMonths, daysBetween } from "./civil-time.ts";
import type { Day, Id } from "./envelope.ts";
import type { GoalThenNow, MilestoneThenNow } from "./then-and-now.ts";

/** A place along the shown time, in percent of it. */
type Percent = number;

export interface Mark {
  id: Id;
  title: string;
  thenOn: Day | null;
  nowOn: Day | null;
  thenX: Percent | null;
  nowX: Percent | null;
  /** Its date was moved, or it was reached well before it: its leg is drawn slanted and in colour. */
  moved: boolean;
  state: "done" | "late" | "next" | "ahead";
}

export interface Lane {
  goal: GoalThenNow;
  marks: Mark[];
}

/** The months of a picture, and where they begin. */
export interface ThenNowPicture {
  months: { on: Day; x: Percent }[];
  todayX: Percent | null;
  lanes: Lane[];
}

/** A picture of more months than this names every second one, and so on. */
const namedMonths = 8;

/**
 * Where each milestone of two looks stands in time. What had been reached at the earlier look already is not drawn: it
 * is the same in both.
 * @param from the day of the earlier look
 */
export function thenNowPicture(goals: readonly GoalThenNow[], from: Day, today: Day): ThenNowPicture {
  const drawn = goals.map((goal) => ({ goal, rows: goal.milestones.filter(isDrawn) }));
  const days = drawn.flatMap(({ rows }) =>
    rows.flatMap(({ thenOn, nowOn }) => [thenOn, nowOn].filter((on) => on !== null)),
  );
  const first = [from, ...days].toSorted()[0] ?? from;
  const last = [today, ...days].toSorted().at(-1) ?? today;
  const start = `${first.slice(0, 7)}-01`;
  const end = addDays(last, 10);
  const length = Math.max(1, daysBetween(start, end));
  const x = (on: Day): Percent => Math.round((daysBetween(start, on) / length) * 10_000) / 100;
  const nextId = drawn
    .flatMap(({ rows }) => rows)
    .filter((row) => !row.reached && row.fate !== "dropped" && row.nowOn !== null && row.nowOn >= today)
    .toSorted((a, b) => ((a.nowOn ?? "") < (b.nowOn ?? "") ? -1 : 1))[0]?.id;
  return {
    months: monthsOf(start, end).map((on) => ({ on, x: x(on) })),
    todayX: today >= start && today <= end ? x(today) : null,
    lanes: drawn.map(({ goal, rows }) => ({
      goal,
      marks: rows.map((row) => ({
        id: row.id,
        title: row.title,
        thenOn: row.thenOn,
        nowOn: row.nowOn,
        thenX: row.thenOn === null ? null : x(row.thenOn),
        nowX: row.nowOn === null ? null : x(row.nowOn),
        moved: row.movedDays !== 0 || row.earlierDays !== 0,
        state: stateOf(row, today, nextId),
      })),
    })),
  };
}

function isDrawn(row: MilestoneThenNow): boolean {
  return !(row.reached && !row.done && row.fate === "kept");
}

function stateOf(row: MilestoneThenNow, today: Day, nextId: Id | undefined): Mark["state"] {
  if (row.reached) return "done";
  if (row.nowOn && row.nowOn < today) return "late";
  return row.id === nextId ? "next" : "ahead";
}

function monthsOf(start: Day, end: Day): Day[] {
  const months: Day[] = [];
  for (let month = start, n = 1; month < end; month = addMonths(start, n), n += 1) months.push(month);
  const step = Math.ceil(months.length / namedMonths);
  return months.filter((_, index) => index % step === 0);
}
