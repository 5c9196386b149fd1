import type { CalendarEvent, CalendarReading } from "@/lib/domain/calendar-event.ts";
import type { Known } from "@/lib/domain/calendar-match.ts";
import {
  isAhead,
  minutesOf,
  type PlanInput,
  planOf,
  type Series,
  type Step,
} from "@/lib/domain/calendar-plan.ts";
import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { MilepostDb } from "./database.ts";
import { movedMeeting } from "./move-meeting.ts";
import { mutate } from "./mutate.ts";

/** What is taken in, and where from. */
export interface TakeIn {
  reading: Pick<CalendarReading, "events" | "whole">;
  calendarId: Id | null;
  choices: ReadonlyMap<string, Id | null>;
  /** By a person, or by a subscription on its own. */
  did: "importCalendar" | "followCalendar";
  /** Which of the planned steps are done; those of a series that belongs to nobody never are. */
  wanted: (series: Series, step: Step) => boolean;
  /** What a meeting is called whose entry has no title. */
  untitled: string;
}

/** What {@link planOf} needs to know of this database. Call inside a transaction where the answer must hold. */
export async function planInputOf(
  db: MilepostDb,
  { reading, calendarId, choices }: Pick<TakeIn, "reading" | "calendarId" | "choices">,
): Promise<PlanInput> {
  const mentorships = (await db.mentorships.toArray()).filter((row) => !row.deletedAt);
  const ids = new Set(mentorships.map(({ id }) => id));
  const meetings = (await db.meetings.toArray()).filter((row) => !row.deletedAt && ids.has(row.mentorshipId));
  const partners = await db.people.bulkGet(mentorships.map((row) => row.partnerId));
  const known: Known[] = mentorships.map(({ id, roomKey }, index) => ({
    id,
    partnerName: partners[index]?.name ?? "",
    roomKeys: [
      roomKey,
      ...meetings.filter((row) => row.mentorshipId === id).map((row) => row.roomKey),
    ].filter((key) => typeof key === "string"),
  }));
  const noted = new Set<Id>();
  const ahead = meetings.filter(isAhead).map(({ id }) => id);
  await db.notes
    .where("meetingId")
    .anyOf(ahead)
    .each((note) => {
      if (!note.deletedAt && note.text.trim()) noted.add(note.meetingId);
    });
  return { ...reading, meetings, noted, mentorships: known, choices, calendarId, now: db.now() };
}

/**
 * Takes dates of a calendar in, as one act: new ones are planned, changed ones moved, cancelled ones cancelled. It plans
 * anew in the same transaction, so that what changed since a preview counts. Nothing is removed, and no meeting that
 * has notes or was held is touched.
 * @returns the act, `null` if there was nothing to do
 */
export function takeIn(db: MilepostDb, what: TakeIn, act = db.newId()): Promise<Id | null> {
  return mutate(db, { did: what.did, act }, async () => {
    const series = planOf(await planInputOf(db, what));
    const wanted = series.flatMap((each) =>
      each.steps.flatMap((step) =>
        each.mentorshipId !== null && what.wanted(each, step)
          ? [{ step, mentorshipId: each.mentorshipId }]
          : [],
      ),
    );
    const writes = await Promise.all(
      wanted.map(({ step, mentorshipId }) => writesOf(db, step, mentorshipId, what)),
    );
    return writes.flat();
  });
}

async function writesOf(db: MilepostDb, step: Step, mentorshipId: Id, what: TakeIn): Promise<Write[]> {
  switch (step.kind) {
    case "new":
      return [
        {
          table: "meetings",
          id: db.newId(),
          patch: {
            mentorshipId,
            kind: "checkIn",
            title: step.event.title || what.untitled,
            status: "planned",
            ...timesOf(step.event),
            roomUrl: step.event.roomUrl,
            roomKey: step.event.roomKey,
            ...originOf(step.event, what.calendarId),
          },
        },
      ];
    case "changed":
      return changed(db, step.meeting, step.event, step.moves, what.calendarId);
    case "cancelled":
      return [
        {
          table: "meetings",
          id: step.meeting.id,
          patch: {
            status: "cancelled",
            ...(step.event ? originOf(step.event, what.calendarId ?? step.meeting.calendarId) : {}),
          },
        },
      ];
    case "differs":
    case "same":
      return [];
  }
}

async function changed(
  db: MilepostDb,
  meeting: Meeting,
  event: CalendarEvent,
  moves: boolean,
  calendarId: Id | null,
): Promise<Write[]> {
  const room =
    event.roomUrl === null && event.roomKey === null
      ? { roomUrl: meeting.roomUrl, roomKey: meeting.roomKey }
      : { roomUrl: event.roomUrl, roomKey: event.roomKey };
  const origin = originOf(event, calendarId ?? meeting.calendarId);
  if (!moves) {
    return [
      {
        table: "meetings",
        id: meeting.id,
        patch: { plannedMinutes: minutesOf(event), ...room, ...origin },
      },
    ];
  }
  return movedMeeting(db, meeting, {
    nextId: db.newId(),
    changed: { ...timesOf(event), ...room, ...origin },
  });
}

function timesOf(event: CalendarEvent): Partial<Meeting> {
  const { startsOn, startsTime, timeZone } = event;
  return { startsOn, startsTime, timeZone, plannedMinutes: minutesOf(event) };
}

function originOf(event: CalendarEvent, calendarId: Id | null | undefined): Partial<Meeting> {
  const { uid, recurrenceId, sequence } = event;
  return { uid, recurrenceId, sequence, ...(calendarId ? { calendarId } : {}) };
}
