import { addDays } from "./civil-time.ts";
import type { Day } from "./envelope.ts";
import type { Mentorship } from "./mentorship.ts";
import { dayNumber } from "./roadmap-time.ts";
import { type Stage, stages } from "./vocabulary.ts";

/** A stretch of the life line. */
export interface StageLeg {
  /** `null` for the rest of the present stage, which has its name already. */
  stage: Stage | null;
  from: number;
  /** Open-ended at the edge of the picture. */
  to: number;
  walked: boolean;
  current: boolean;
}

/** A step back: drawn as a loop on the line, never as an error. */
export interface StageLoop {
  stage: Stage;
  fromOn: Day;
  /** When the walk went on; `null` while it has not. */
  toOn: Day | null;
  why: string;
  /** Where the loop stands: in its middle. */
  at: number;
}

/** The last four weeks belong to the parting, and what comes after the end to a new way of being in touch. */
const partingDays = 28;

/**
 * The stages along the time axis: walked up to today, and from there as they are planned. A visit to an earlier stage
 * that was left again is a loop on the stage it interrupted.
 */
export function stageLine(
  mentorship: Pick<Mentorship, "visits" | "endsOn">,
  today: Day,
  end: number,
): { legs: StageLeg[]; loops: StageLoop[] } {
  const legs: StageLeg[] = [];
  const loops: StageLoop[] = [];
  const todayAt = dayNumber(today);
  const rank = (stage: Stage): number => stages.indexOf(stage);
  for (const visit of mentorship.visits) {
    if (visit.fromOn > today) break;
    const at = dayNumber(visit.fromOn);
    const leg = legs.at(-1);
    const open = loops.at(-1);
    if (leg?.stage && rank(visit.stage) < rank(leg.stage)) {
      loops.push({ stage: visit.stage, fromOn: visit.fromOn, toOn: null, why: visit.why ?? "", at });
      continue;
    }
    if (open && open.toOn === null) {
      open.toOn = visit.fromOn;
      open.at = (open.at + at) / 2;
    }
    if (leg?.stage === visit.stage) continue;
    if (leg) leg.to = at;
    legs.push({ stage: visit.stage, from: at, to: todayAt, walked: true, current: false });
  }
  const present = legs.at(-1);
  const back = loops.find((loop) => loop.toOn === null);
  if (present && !back) present.current = true;
  if (present) present.to = Math.max(todayAt, present.from);
  return { legs: [...legs, ...planned(mentorship, present?.stage ?? null, todayAt, end)], loops };
}

function planned(
  { endsOn }: Pick<Mentorship, "endsOn">,
  stage: Stage | null,
  todayAt: number,
  end: number,
): StageLeg[] {
  const leg = (of: Stage | null, from: number, to: number): StageLeg => ({
    stage: of,
    from,
    to,
    walked: false,
    current: false,
  });
  const before = stage === null || stages.indexOf(stage) < stages.indexOf("separation");
  const endAt = endsOn ? dayNumber(endsOn) : null;
  if (endAt === null || endAt <= todayAt || !endsOn || stage === "redefinition")
    return [leg(null, todayAt, Math.max(end, todayAt))];
  const parting = Math.max(todayAt, dayNumber(addDays(endsOn, -partingDays)));
  return [
    ...(before
      ? [leg(null, todayAt, parting), leg("separation", parting, endAt)]
      : [leg(null, todayAt, endAt)]),
    leg("redefinition", endAt, Math.max(end, endAt)),
  ].filter(({ from, to }) => to > from);
}
