import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import {
  addMilestone,
  completeMilestone,
  type NewMilestone,
  removeMilestone,
  reopenMilestone,
} from "@/lib/db/goals.ts";
import { earlierDates, evidenceCount, moveMilestone, moveToPhase, shiftMilestone } from "@/lib/db/roadmap.ts";
import { type RoadmapRows, roadmapRows } from "@/lib/db/roadmap-rows.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { baselineMilestones, ghostsOf } from "@/lib/domain/roadmap-baseline.ts";
import { lanesOf, type Mark } from "@/lib/domain/roadmap-picture.ts";
import { stageLine } from "@/lib/domain/roadmap-stages.ts";
import { kindMix, roadmapSums } from "@/lib/domain/roadmap-sums.ts";
import { tableRows } from "@/lib/domain/roadmap-table.ts";
import { dayNumber, wholeSpan } from "@/lib/domain/roadmap-time.ts";
import { lifePosition } from "@/lib/domain/stages.ts";
import type { Phase } from "@/lib/domain/vocabulary.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { perform, toast } from "./acts.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";

/** A meeting on its lane. */
export interface MeetingDot {
  id: Id;
  on: Day;
  at: number;
  held: boolean;
  review: boolean;
}

function viewOf(rows: RoadmapRows, day: Day, timeZone: string) {
  const { mentorship, goals, milestones } = rows;
  const lanes = lanesOf(goals, milestones, day, timeZone);
  const todayAt = dayNumber(day);
  const startsAt = dayNumber(mentorship.startsOn);
  const baseline = baselineMilestones(rows.plan?.baseline);
  const ghosts = baseline && ghostsOf(baseline, milestones);
  const meetings = meetingDots(rows, day);
  const numbers = [
    ...lanes.flatMap(({ marks, walked }) => [...marks.map(({ at }) => at), ...(walked ? [walked.from] : [])]),
    ...meetings.map(({ at }) => at),
    ...(ghosts ?? []).flatMap(({ wasAt }) => wasAt ?? []),
  ];
  const endsAt = mentorship.endsOn ? dayNumber(mentorship.endsOn) : null;
  const whole = wholeSpan(numbers, todayAt, { from: startsAt, to: endsAt });
  return {
    ...rows,
    today: day,
    todayAt,
    startsAt,
    week: lifePosition(mentorship, day).week,
    lanes,
    sums: roadmapSums(lanes),
    mix: kindMix(goals),
    meetings,
    whole,
    stages: stageLine(mentorship, day, whole.from + whole.days),
    table: tableRows(goals, milestones, day, timeZone),
    marks: new Map<Id, Mark>(lanes.flatMap((lane) => lane.marks.map((mark) => [mark.id, mark]))),
    plan: ghosts && rows.plan?.agreedAt ? { on: dayOf(rows.plan.agreedAt, timeZone), ghosts } : null,
  };
}

function meetingDots({ meetings }: RoadmapRows, day: Day): MeetingDot[] {
  return meetings
    .filter(({ status, startsOn }) => status === "held" || (status === "planned" && startsOn >= day))
    .map(({ id, startsOn, status, kind }) => ({
      id,
      on: startsOn,
      at: dayNumber(startsOn),
      held: status === "held",
      review: kind === "review" || kind === "calibration" || kind === "final",
    }))
    .toSorted((a, b) => a.at - b.at);
}

export type RoadmapView = ReturnType<typeof viewOf>;

/** The roadmap as picture, board and table: one model for the three. */
export function createRoadmap() {
  const timeZone = localTimeZone();
  const rows = liveSignal(() => roadmapRows(db));
  const view = computed(() => rows.value && viewOf(rows.value, today.value, timeZone));
  const chosen = signal<Id | null>(null);
  const planShown = signal(false);

  /** The milestone that the bar at the bottom speaks of: the one that was chosen, else the next. */
  const selected = computed(() => {
    const shown = view.value;
    if (!shown) return null;
    const row =
      shown.table.find(({ id }) => id === chosen.value) ?? shown.table.find(({ state }) => state === "next");
    const milestone = row && shown.milestones.find(({ id }) => id === row.id);
    const goal = row && shown.goals.find(({ id }) => id === row.goalId);
    return row && milestone && goal ? { ...row, milestone, goal } : null;
  });
  const selectedId = computed(() => selected.value?.id ?? null);
  const facts = liveSignal(async () => {
    const of = selected.peek();
    if (!of) return null;
    const [dates, evidence] = await Promise.all([earlierDates(db, of.id), evidenceCount(db, of)]);
    return { id: of.id, dates, evidence };
  }, selectedId);

  let lastShift: { id: Id; act: Id } | undefined;
  let shifting = Promise.resolve(true);
  const saidMoved = (on: Day): string => i18n.t("roadmap.said.moved", [shortDay(on, today.peek())]);

  return {
    view,
    timeZone,
    selected,
    selectedId,
    /** What is known of the selected one beside its row: the dates that it had, how much evidence. */
    facts,
    select(id: Id): void {
      chosen.value = id;
    },
    /** Is the agreed plan drawn behind the present one? */
    planShown,
    addMilestone(goalId: Id, milestone: NewMilestone) {
      return performInForm(() => addMilestone(db, goalId, milestone), i18n.t("goals.said.milestoneAdded"));
    },
    reach(id: Id): Promise<boolean> {
      return perform(() => completeMilestone(db, id), i18n.t("said.milestoneReached"));
    },
    reopen(id: Id): Promise<boolean> {
      return perform(() => reopenMilestone(db, id), i18n.t("goals.said.reopened"));
    },
    remove(id: Id, title: string): Promise<boolean> {
      return perform(() => removeMilestone(db, id), i18n.t("goals.said.removed", [title]));
    },
    /** To another day, by the pointer. */
    moveTo(id: Id, on: Day): Promise<boolean> {
      return perform(() => moveMilestone(db, id, { on }), saidMoved(on));
    },
    /** To another day, by the form. An empty day is none. */
    moveInForm(id: Id, on: string, reason: string) {
      const said = on ? undefined : i18n.t("goals.said.milestoneSaved");
      return performInForm(() => moveMilestone(db, id, { on, reason }), said ?? saidMoved(on));
    },
    /** On by a day or back, by the keys: one press after the other, all of them one act until something else is done. */
    shift(id: Id, days: number, to: Day): void {
      shifting = shifting.then(() => {
        const goesOn = lastShift?.id === id && toast.peek()?.act === lastShift.act;
        return perform(async () => {
          const act = await shiftMilestone(db, id, days, goesOn ? lastShift?.act : undefined);
          lastShift = act ? { id, act } : undefined;
          return act;
        }, saidMoved(to));
      });
    },
    moveToPhase(id: Id, phase: Phase): Promise<boolean> {
      const said = i18n.t("roadmap.said.phase", [i18n.t(`phases.${phase}`)]);
      return perform(() => moveToPhase(db, id, phase, today.peek()), said);
    },
    /** Puts a milestone on the agenda of the next meeting, once. */
    discuss(mentorshipId: Id, milestone: { id: Id; title: string }): Promise<boolean> {
      return perform(
        () => addTopic(db, mentorshipId, milestone.title, "topic", { table: "milestones", id: milestone.id }),
        i18n.t("goals.said.onAgenda"),
      );
    },
  };
}

export type RoadmapModel = ReturnType<typeof createRoadmap>;
