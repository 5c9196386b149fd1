import { commitmentsOf, dueNow } from "@/lib/db/commitment-rows.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { mentorshipsInFocus } from "@/lib/db/mentorship-rows.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { agendaOf, nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import { type DueItem, isDue } from "@/lib/domain/due.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import { originPath } from "@/lib/domain/origin.ts";
import { roomHref } from "@/lib/domain/room-link.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import { nextMilestone } from "@/lib/domain/next-milestone.ts";
import { db } from "./database.ts";
import { partnerName, partnerShort } from "./partner-name.ts";

/** How far the stretch of trail reaches, and how many stops it shows at most. */
const daysAhead = 14;
const shownAhead = 12;

/** The rows that the day is made of, in one read. */
export async function readToday(timeZone: string) {
  const { all, focused } = await mentorshipsInFocus(db);
  if (!focused) return null;
  const { mentorship, partner } = focused;
  const [due, commitments, goals, milestones, meetings, topics] = await Promise.all([
    dueNow(db, timeZone),
    commitmentsOf(db, mentorship.id),
    goalsOf(db, mentorship.id),
    milestonesOf(db, mentorship.id),
    meetingsOf(db, mentorship.id),
    topicsOf(db, mentorship.id),
  ]);
  const names = new Map(all.map((view) => [view.mentorship.id, partnerName(view)]));
  return { mentorship, partner, due, names, commitments, goals, milestones, meetings, topics };
}

export type TodayRead = NonNullable<Awaited<ReturnType<typeof readToday>>>;

/** Something to do on the trail: a promise of the user's own or a milestone. */
export interface TaskStop {
  kind: "task";
  table: "commitments" | "milestones";
  id: Id;
  title: string;
  on: Day;
  /** Its day has come. */
  due: boolean;
  daysLate: number;
  /** The next milestone. */
  next: boolean;
  /** Goal and phase of a milestone. */
  goal: { id: Id; title: string } | null;
  phase: string | null;
  /** The other person, where it belongs to another mentorship than the one shown. */
  elsewhere: string | null;
}

export interface MeetingStopView {
  kind: "meeting";
  id: Id;
  title: string;
  on: Day;
  startsAt: Instant;
  minutes: number;
  platform: string | null;
  roomUrl: string | null;
  topics: number;
  carried: number;
  focus: string | null;
  /** The goal that the focus is for. */
  focusGoal: { title: string; path: string } | null;
  /** The one to get ready for, drawn large. */
  hero: boolean;
}

export type Stop = TaskStop | MeetingStopView;

/** What stands on the stretch of trail around `now`, in its order, worked out from the rows alone. */
export function todayView(read: TodayRead, timeZone: string, day: Day, now: Instant) {
  const { mentorship, partner } = read;
  const goalsById = new Map(read.goals.map((goal) => [goal.id, goal]));
  const milestonesById = new Map(read.milestones.map((row) => [row.id, row]));
  const next = nextMilestone(read.milestones, day);
  const until = addDays(day, daysAhead);

  const milestoneFacts = (id: Id) => {
    const milestone = milestonesById.get(id);
    const goal = milestone && goalsById.get(milestone.goalId);
    return {
      next: id === next?.id,
      goal: goal ? { id: goal.id, title: goal.title } : null,
      phase: milestone?.phase ?? null,
    };
  };
  const dueStop = (item: DueItem): TaskStop => ({
    kind: "task",
    table: item.table,
    id: item.id,
    title: item.title,
    on: item.dueOn,
    due: true,
    daysLate: item.daysLate,
    ...(item.table === "milestones" ? milestoneFacts(item.id) : { next: false, goal: null, phase: null }),
    elsewhere:
      item.mentorshipId && item.mentorshipId !== mentorship.id
        ? (read.names.get(item.mentorshipId) ?? null)
        : null,
  });
  const aheadStops = [
    ...read.commitments.map((row) => ({ table: "commitments" as const, row })),
    ...read.milestones.map((row) => ({ table: "milestones" as const, row })),
  ]
    .filter(({ row }) => row.status === "open" && row.owner !== "them" && !isDue(row, day, now))
    .flatMap(({ table, row }): TaskStop[] => {
      const { dueOn } = row;
      const near = dueOn && dueOn >= day && (dueOn <= until || row.id === next?.id);
      if (!dueOn || !near) return [];
      return [
        {
          kind: "task",
          table,
          id: row.id,
          title: row.title,
          on: dueOn,
          due: false,
          daysLate: 0,
          ...(table === "milestones" ? milestoneFacts(row.id) : { next: false, goal: null, phase: null }),
          elsewhere: null,
        },
      ];
    });

  const hero = nextMeeting(read.meetings, now);
  const agenda = hero ? agendaOf(hero, read.meetings, read.topics, now) : [];
  const meetingStops = read.meetings
    .filter((meeting) => meeting.status === "planned" && !meeting.endedAt)
    .map((meeting): MeetingStopView => {
      const goal = goalsById.get(meeting.focusId ?? "");
      return {
        ...meetingStop(meeting, timeZone, meeting.id === hero?.id, agenda),
        focusGoal: goal ? { title: goal.title, path: originPath("goals", goal.id) } : null,
      };
    })
    .filter((stop) => stop.hero || (stop.startsAt > now && stop.on <= until));

  const due = read.due.map(dueStop);
  const past = due.filter((stop) => stop.on < day);
  const ahead: Stop[] = [...due.filter((stop) => stop.on >= day), ...aheadStops, ...meetingStops];
  const theirs = read.commitments
    .filter((row) => row.status === "open" && row.owner === "them")
    .toSorted((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1));
  return {
    mentorshipId: mentorship.id,
    partnerName: partnerShort({ mentorship, partner }),
    destination: mentorship.destination,
    today: day,
    now,
    past,
    ahead: ahead.toSorted(inOrder).slice(0, shownAhead),
    counts: {
      meetings: meetingStops.filter((stop) => stop.on === day).length,
      due: due.length - past.length,
      past: past.length,
    },
    nextMeetingOn: meetingStops.find((stop) => stop.hero)?.on ?? null,
    /** The user's own promises that have no day yet: nothing else would bring them back to mind. */
    undated: read.commitments
      .filter((row) => row.status === "open" && row.owner !== "them" && !row.dueOn)
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .map(({ id, title }) => ({ table: "commitments" as const, id, title })),
    theirs: theirs.map(({ id, title, dueOn, createdAt }) => ({ id, title, dueOn, since: createdAt })),
    hasGoals: read.goals.length > 0,
  };
}

export type TodayView = ReturnType<typeof todayView>;

function meetingStop(
  meeting: Meeting,
  timeZone: string,
  hero: boolean,
  agenda: readonly { carried: number }[],
): Omit<MeetingStopView, "focusGoal"> {
  const startsAt = startOf(meeting);
  const room = meeting.roomUrl ? roomOf(meeting.roomUrl) : null;
  return {
    kind: "meeting",
    id: meeting.id,
    title: meeting.title,
    on: dayOf(startsAt, timeZone),
    startsAt,
    minutes: meeting.plannedMinutes,
    platform: room ? platformName(room.platform) : null,
    roomUrl: roomHref(meeting.roomUrl),
    topics: hero ? agenda.length : 0,
    carried: hero ? agenda.filter((item) => item.carried > 0).length : 0,
    focus: meeting.focus || null,
    hero,
  };
}

/** By day; on one day the meetings first, by their hour, then what has the whole day. */
function inOrder(a: Stop, b: Stop): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.kind !== b.kind) return a.kind === "meeting" ? -1 : 1;
  return a.kind === "meeting" && b.kind === "meeting" ? a.startsAt - b.startsAt : 0;
}
