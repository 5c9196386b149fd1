import { computed, createModel } from "@preact/signals";
import { i18n } from "#i18n";
import { shippedAgendas } from "@/lib/content/agendas.ts";
import { commitmentsOf } from "@/lib/db/commitment-rows.ts";
import { entriesOf } from "@/lib/db/entries.ts";
import { type MeetingForm } from "@/lib/db/meetings.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { endOf, nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { nextByAgreement } from "@/lib/domain/cadence.ts";
import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { heldMinutes } from "@/lib/domain/meeting-clock.ts";
import { rhythmOf } from "@/lib/domain/taper.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import { nextTitle } from "@/lib/domain/meeting-series.ts";
import type { MeetingKind } from "@/lib/domain/vocabulary.ts";
import { localTimeZone, minute } from "./clock.ts";
import { db } from "./database.ts";
import { partnerName } from "./partner-name.ts";
import { liveSignal } from "./live-signal.ts";
import { createMeetingForm, type FormPurpose } from "./meeting-form.ts";
import { meetingPath } from "./paths.ts";
import { go } from "./route.ts";

/** A planned meeting counts as ahead until this long after its end. */
const stillAheadMs = 12 * 3_600_000;

/** One line of the trail of meetings. */
export interface MeetingRow {
  id: Id;
  title: string;
  kind: MeetingKind;
  status: Meeting["status"];
  startsAt: Instant;
  /** Calendar day in the reader's zone. */
  on: string;
  plannedMinutes: number;
  /** How long it took, where it was held. */
  minutes: number | null;
  platform: string | null;
  running: boolean;
  /** Ended, and its wrap-up was not finished. */
  toWrapUp: boolean;
  /** The one that carries the open topics. */
  next: boolean;
  focus: string;
  /** What came out of it. */
  promises: number;
  decisions: number;
}

async function readMeetings() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { id } = focused.mentorship;
  const [meetings, commitments, entries] = await Promise.all([
    meetingsOf(db, id),
    commitmentsOf(db, id),
    entriesOf(db, id),
  ]);
  return {
    ...focused,
    meetings: meetings.toSorted((a, b) => startOf(a) - startOf(b)),
    promises: countByMeeting(commitments.filter((row) => row.status === "open" || row.status === "done")),
    decisions: countByMeeting(entries.filter((row) => row.kind === "decision")),
  };
}

const Model = createModel(() => {
  const timeZone = localTimeZone();
  const rows = liveSignal(readMeetings);
  const view = computed(() => {
    const found = rows.value;
    if (!found) return found;
    const now = minute.value;
    const nextId = nextMeeting(found.meetings, now)?.id;
    const isAhead = (meeting: Meeting): boolean =>
      meeting.status === "planned" && !meeting.endedAt && endOf(meeting) + stillAheadMs > now;
    // Told from the farthest ahead back to the first, as one looks back along a trail.
    const rowsOf = (meetings: Meeting[]): MeetingRow[] =>
      meetings.toReversed().map((meeting) => ({
        ...rowOf(meeting, nextId, timeZone),
        promises: found.promises.get(meeting.id) ?? 0,
        decisions: found.decisions.get(meeting.id) ?? 0,
      }));
    return {
      partnerName: partnerName(found),
      now,
      today: dayOf(now, timeZone),
      timeZone,
      ahead: rowsOf(found.meetings.filter(isAhead)),
      past: rowsOf(found.meetings.filter((meeting) => !isAhead(meeting))),
    };
  });
  const titleFor = (kind: MeetingKind): string =>
    nextTitle(rows.peek()?.meetings ?? [], kind, i18n.t(`meetings.kinds.${kind}`));
  /** The two agree on a length for their check-ins; the other kinds take as long as their agendas. */
  const minutesFor = (kind: MeetingKind): number => {
    const agreed = kind === "checkIn" ? rows.peek()?.mentorship.meetingMinutes : null;
    return agreed ?? shippedAgendas[kind].minutes;
  };

  const form = createMeetingForm(
    (purpose: FormPurpose) => i18n.t(purpose.kind === "log" ? "meetings.saidLogged" : "meetings.saidPlanned"),
    (id, purpose) => {
      if (purpose.kind === "log") go(meetingPath(id, "wrap-up"));
    },
    (kind) => ({ title: titleFor(kind), minutes: minutesFor(kind) }),
  );
  /** Proposes what the last meeting and the agreed rhythm suggest. */
  const proposal = (kind: "plan" | "log"): MeetingForm | null => {
    const found = rows.peek();
    if (!found) return null;
    const { mentorship, meetings } = found;
    const today = dayOf(db.now(), timeZone);
    const last = meetings.findLast((meeting) => meeting.status !== "cancelled");
    const first = meetings.every((meeting) => meeting.kind !== "kickoff" && meeting.status !== "held");
    const meetingKind = kind === "log" ? "adHoc" : first ? "kickoff" : "checkIn";
    const after = last && last.startsOn > today ? last.startsOn : today;
    const rhythm = rhythmOf(mentorship, meetings, today);
    const next = nextByAgreement({ ...mentorship, ...rhythm }, last, after);
    return {
      mentorshipId: mentorship.id,
      kind: meetingKind,
      title: titleFor(meetingKind),
      on: kind === "plan" ? next.on : addDays(today, -1),
      time: last?.startsTime ?? "10:00",
      timeZone,
      minutes: minutesFor(meetingKind),
      link: kind === "plan" ? (mentorship.roomUrl ?? last?.roomUrl ?? "") : "",
    };
  };

  return {
    view,
    form,
    /** The meetings as a trail, or as the table of what they came to. */
    show(as: "trail" | "table"): void {
      go(as === "table" ? "/meetings?view=record" : "/meetings");
    },
    open(kind: "plan" | "log"): void {
      const start = proposal(kind);
      if (start) form.open({ kind }, start);
    },
  };
});

function rowOf(
  meeting: Meeting,
  nextId: Id | undefined,
  timeZone: string,
): Omit<MeetingRow, "promises" | "decisions"> {
  const room = meeting.roomUrl ? roomOf(meeting.roomUrl) : null;
  return {
    id: meeting.id,
    title: meeting.title,
    kind: meeting.kind,
    status: meeting.status,
    startsAt: startOf(meeting),
    on: dayOf(startOf(meeting), timeZone),
    plannedMinutes: meeting.plannedMinutes,
    minutes: heldMinutes(meeting),
    platform: room && platformName(room.platform),
    running: Boolean(meeting.startedAt && !meeting.endedAt && meeting.status === "planned"),
    toWrapUp: Boolean(meeting.endedAt && !meeting.wrappedUpAt),
    next: meeting.id === nextId,
    focus: meeting.focus ?? "",
  };
}

function countByMeeting(rows: readonly { meetingId?: Id | null | undefined }[]): Map<Id, number> {
  const counts = new Map<Id, number>();
  for (const { meetingId } of rows) if (meetingId) counts.set(meetingId, (counts.get(meetingId) ?? 0) + 1);
  return counts;
}

/** The trail of meetings of the mentorship in focus. */
export function createMeetings() {
  return new Model();
}

export type MeetingsModel = ReturnType<typeof createMeetings>;
