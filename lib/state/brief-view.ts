import { i18n } from "#i18n";
import { questionSets, shippedQuestions } from "@/lib/content/questions.ts";
import { activitiesOf } from "@/lib/db/activities.ts";
import { entriesOf } from "@/lib/db/entries.ts";
import { evidenceOf } from "@/lib/db/evidence.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { findMeeting, meetingsOf } from "@/lib/db/meeting-rows.ts";
import { metricsOf } from "@/lib/db/metrics.ts";
import { questionRows } from "@/lib/db/question-rows.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import type { SectionFill } from "@/lib/domain/agenda-order.ts";
import {
  isSince,
  type LastTime,
  newEvidence,
  newMeasurements,
  openObstacles,
  untriedAdvice,
} from "@/lib/domain/brief.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Entry } from "@/lib/domain/entry.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { originPath } from "@/lib/domain/origin.ts";
import { questionBank, suggestedQuestions } from "@/lib/domain/question-bank.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { EntryKind } from "@/lib/domain/vocabulary.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { db } from "./database.ts";
import type { MeetingView } from "./meeting-view.ts";

/** Something that a brief lists, whichever table it is in. */
export interface BriefRow {
  table: TableName;
  id: Id;
  /** For its mark. */
  kind: EntryKind | "milestone" | "evidence" | "metric" | "activity" | "goal";
  text: string;
  meta: string;
  path: string;
  confidential: boolean;
}

export interface ObstacleRow extends BriefRow {
  state: "open" | "tried";
}

/** Of the kinds of entries, what tells how the time since was; the others have a place of their own. */
const tells: readonly EntryKind[] = [
  "win",
  "lesson",
  "outcome",
  "reflection",
  "thought",
  "decision",
  "feedback",
];

/** How many questions of the bank are offered at once. */
const mostSuggested = 3;

/** What a brief is made of beside the meeting's own records; `null` if the meeting is not there. */
export async function readBrief(meetingId: Id) {
  const meeting = await findMeeting(db, meetingId);
  if (!meeting) return null;
  const { mentorshipId } = meeting;
  const [meetings, topics, evidence, metrics, goals, milestones, entries, activities, questions] =
    await Promise.all([
      meetingsOf(db, mentorshipId),
      topicsOf(db, mentorshipId),
      evidenceOf(db, mentorshipId),
      metricsOf(db, mentorshipId),
      goalsOf(db, mentorshipId),
      milestonesOf(db, mentorshipId),
      entriesOf(db, mentorshipId),
      activitiesOf(db, mentorshipId),
      questionRows(db),
    ]);
  return { meetings, topics, evidence, metrics, goals, milestones, entries, activities, questions };
}

export type BriefRows = NonNullable<Awaited<ReturnType<typeof readBrief>>>;
export type BriefView = ReturnType<typeof briefView>;

/** What the brief shows beside agenda and promises. */
export function briefView(rows: BriefRows, shown: MeetingView) {
  const { meeting, timeZone, mentorship } = shown;
  const last: LastTime = { at: shown.since, on: shown.previousOn };
  const bank = questionBank(shippedQuestions, shippedWords, rows.questions, rows.topics);
  const evidence = evidenceRows(rows, last, shown.today);
  const obstacles = openObstacles(rows.entries).map((entry): ObstacleRow => ({
    ...entryRow(entry, shown),
    state: entry.state === "tried" ? "tried" : "open",
  }));
  const wins = rows.entries
    .filter((entry) => entry.kind === "win")
    .filter((entry) => meeting.kind === "final" || isSince(last, { at: entry.createdAt }))
    .map((entry) => entryRow(entry, shown));
  const needsWork = rows.milestones
    .filter((milestone) => milestone.needsWork && milestone.status === "open")
    .map((milestone): BriefRow => ({
      table: "milestones",
      id: milestone.id,
      kind: "milestone",
      text: milestone.title,
      meta: i18n.t("brief.needsWork"),
      path: originPath("milestones", milestone.id, milestone.goalId),
      confidential: false,
    }));
  const suggested = suggestedQuestions(bank, { kind: meeting.kind, role: mentorship.role }, mostSuggested);
  const areInAgenda = shown.sections.some(({ fill }) => fill === "questions");
  const onAgenda = new Set(
    rows.topics.filter((topic) => topic.state === "open").map((topic) => topic.fromId),
  );
  const fills: Record<Exclude<SectionFill, "questions">, readonly BriefRow[]> = {
    evidence,
    obstacles,
    needsWork,
    wins,
  };
  return {
    evidence,
    obstacles,
    /** Questions of the bank, for the part of the agenda that lists some. */
    suggested,
    /** The same, to be listed beside an agenda that has no such part. */
    suggestedBeside: areInAgenda ? [] : suggested,
    /** What a part of the agenda lists by itself; what was made a topic stands there as one. */
    fill: (name: SectionFill): readonly BriefRow[] =>
      name === "questions" ? [] : fills[name].filter((row) => !onAgenda.has(row.id)),
    /** What the focus can be for. */
    openGoals: rows.goals.filter((goal) => goal.status === "open").map(({ id, title }) => ({ id, title })),
    advice: untriedAdvice(rows.entries, meeting, rows.meetings, timeZone).map((entry) => ({
      id: entry.id,
      text: entry.text,
      on: dayOf(entry.createdAt, timeZone),
      confidential: entry.confidential === true,
    })),
    noHomework: shown.agenda.filter((row) => row.question && !row.done && !row.homework.trim()),
    since: sinceRows(rows, last, shown, wins),
  };
}

/** A question that ships, in words. */
export function shippedWords(key: string): string {
  const known = shippedQuestions.find((each) => each.key === key);
  return known ? i18n.t(`questions.words.${known.key}`) : "";
}

/** The name of a set of questions: of one that ships in words, else as the person called it. */
export function setName(set: string): string {
  const known = questionSets.find((each) => each === set);
  return known ? i18n.t(`questions.sets.${known}`) : set;
}

function evidenceRows(rows: BriefRows, last: LastTime, today: Day): BriefRow[] {
  const goals = new Map(rows.goals.map((goal) => [goal.id, goal.title]));
  const metrics = new Map(rows.metrics.map(({ metric }) => [metric.id, metric]));
  const measured = newMeasurements(
    rows.metrics.flatMap(({ values }) => values),
    last,
  ).flatMap(({ now, before }): BriefRow[] => {
    const metric = metrics.get(now.metricId);
    if (!metric) return [];
    const from = before?.value ?? metric.baseline;
    const words =
      from == null
        ? i18n.t("brief.evidence.value", [metric.name, String(now.value)])
        : i18n.t("brief.evidence.change", [metric.name, String(from), String(now.value)]);
    const target = metric.target == null ? "" : i18n.t("brief.evidence.target", [String(metric.target)]);
    return [
      {
        table: "metrics",
        id: metric.id,
        kind: "metric",
        text: words,
        meta: [i18n.t(`brief.evidence.${metric.direction}`), target].filter(Boolean).join(", "),
        path: originPath("metrics", metric.id, metric.goalId),
        confidential: false,
      },
    ];
  });
  const shown = newEvidence(rows.evidence, last).map((row): BriefRow => {
    const goal = goals.get(row.goalId);
    return {
      table: "evidence",
      id: row.id,
      kind: "evidence",
      text: row.text,
      meta: goal ? i18n.t("brief.evidence.of", [goal]) : row.on ? shortDay(row.on, today) : "",
      path: originPath("evidence", row.id, row.goalId),
      confidential: false,
    };
  });
  return [...shown, ...measured];
}

/** What happened since the two last met, the latest first. What is listed elsewhere in the brief is left out. */
function sinceRows(
  rows: BriefRows,
  last: LastTime,
  shown: MeetingView,
  wins: readonly BriefRow[],
): BriefRow[] {
  const inAgenda = new Set(
    shown.sections.some(({ fill }) => fill === "wins") ? wins.map(({ id }) => id) : [],
  );
  const reached = rows.milestones
    .filter((row) => row.status === "reached" && (row.reachedAt ?? 0) > last.at)
    .map((row) => ({
      at: row.reachedAt ?? 0,
      row: {
        table: "milestones" as const,
        id: row.id,
        kind: "milestone" as const,
        text: row.title,
        meta: i18n.t("brief.reached"),
        path: originPath("milestones", row.id, row.goalId),
        confidential: false,
      },
    }));
  const said = rows.entries
    .filter((entry) => tells.includes(entry.kind) && entry.meetingId !== shown.meeting.id)
    .filter((entry) => isSince(last, { at: entry.happenedAt ?? entry.createdAt }) && !inAgenda.has(entry.id))
    .map((entry) => ({ at: entry.happenedAt ?? entry.createdAt, row: entryRow(entry, shown) }));
  const done = rows.activities
    .filter(
      (row) => row.state === "done" && row.startsOn && isSince(last, { on: row.startsOn, at: row.createdAt }),
    )
    .map((row) => ({
      at: row.createdAt,
      row: {
        table: "activities" as const,
        id: row.id,
        kind: "activity" as const,
        text: row.title,
        meta: i18n.t("brief.didWork"),
        path: "/resources",
        confidential: false,
      },
    }));
  // Before the first meeting all of it would be new: then nothing is.
  if (last.at === 0) return [];
  return [...reached, ...said, ...done].toSorted((a, b) => b.at - a.at).map(({ row }) => row);
}

function entryRow(entry: Entry, shown: MeetingView): BriefRow {
  return {
    table: "entries",
    id: entry.id,
    kind: entry.kind,
    text: entry.text,
    meta: shortDay(dayOf(entry.happenedAt ?? entry.createdAt, shown.timeZone), shown.today),
    path: "/journal",
    confidential: entry.confidential === true,
  };
}
