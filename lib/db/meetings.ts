import { endOf, startOf } from "@/lib/domain/carry-over.ts";
import { isTimeZone } from "@/lib/domain/civil-time.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting, MeetingStatus } from "@/lib/domain/meeting.ts";
import type { MeetingKind } from "@/lib/domain/vocabulary.ts";
import { longestMeeting, shortestMeeting } from "@/lib/domain/limits.ts";
import { roomKeyOf } from "@/lib/domain/meeting-room.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, optionalLineFrom, timeFrom } from "./input.ts";
import { linkFrom } from "./link-input.ts";
import { meetingThere } from "./meeting-rows.ts";
import { mutate } from "./mutate.ts";
import type { TopicOrigin } from "./topics.ts";

/** A meeting as a form gives it: `on` is `YYYY-MM-DD`, `time` `HH:MM` in `timeZone`, `minutes` 5 to 600. */
export interface MeetingForm {
  mentorshipId: Id;
  kind: MeetingKind;
  title: string;
  on: string;
  time: string;
  timeZone: string;
  minutes: number;
  link: string;
}

/** @param act chosen by the caller where it wants to offer undo */
export async function planMeeting(db: MilepostDb, form: MeetingForm, act = db.newId()): Promise<Id> {
  const id = db.newId();
  const patch = meetingPatch(form);
  await mutate(db, { did: "planMeeting", act }, () => [
    { table: "meetings", id, patch: { ...patch, status: "planned" } },
  ]);
  return id;
}

/** Takes down a meeting that was held without notes; one that is not over yet is planned instead. */
export async function logMeeting(db: MilepostDb, form: MeetingForm, act = db.newId()): Promise<Id> {
  const patch = meetingPatch(form);
  const startedAt = startOf(patch);
  const endedAt = endOf(patch);
  if (endedAt > db.now()) return planMeeting(db, form, act);
  const id = db.newId();
  await mutate(db, { did: "logMeeting", act }, () => [
    { table: "meetings", id, patch: { ...patch, status: "held", startedAt, endedAt } },
  ]);
  return id;
}

/** Changes a planned meeting; its agenda and notes stay with it. */
export function editMeeting(db: MilepostDb, id: Id, form: MeetingForm): Promise<Id | null> {
  const patch = meetingPatch(form);
  return mutate(db, { did: "editMeeting" }, async () => {
    await meetingThere(db, id);
    return [{ table: "meetings", id, patch }];
  });
}

/** @param from what the focus comes from, such as the goal that it serves */
export function setFocus(
  db: MilepostDb,
  id: Id,
  focus: string,
  from: TopicOrigin | null = null,
): Promise<Id | null> {
  return mutate(db, { did: "setFocus" }, () => [{ table: "meetings", id, patch: focusPatch(focus, from) }]);
}

/** The fields of a meeting that say what its focus is; without words it has none, and none comes from anywhere. */
export function focusPatch(words: string, from: TopicOrigin | null): Partial<Meeting> {
  const focus = optionalLineFrom(words);
  const origin = focus ? from : null;
  return { focus, focusTable: origin?.table ?? null, focusId: origin?.id ?? null };
}

/**
 * Says what became of a meeting. The clock of one that was not held stops; one that is planned after all has no reason
 * any more why not.
 */
export function setMeetingStatus(db: MilepostDb, id: Id, status: MeetingStatus): Promise<Id | null> {
  return mutate(db, { did: "setMeetingStatus" }, async () => {
    const meeting = await meetingThere(db, id);
    const rest = status === "planned" || status === "held" ? explained(meeting) : notRunning(meeting);
    return [{ table: "meetings", id, patch: { status, ...rest } }];
  });
}

/** The clock of a meeting that was not held does not go on running. */
export function notRunning({ startedAt, endedAt }: Meeting): Partial<Meeting> {
  return startedAt && !endedAt ? { startedAt: null } : {};
}

/** Takes the reason from a meeting that has one. */
function explained({ notHeldWhy, notHeldBy, movedToId }: Meeting): Partial<Meeting> {
  return {
    ...(notHeldWhy ? { notHeldWhy: null } : {}),
    ...(notHeldBy ? { notHeldBy: null } : {}),
    ...(movedToId ? { movedToId: null } : {}),
  };
}

export function removeMeeting(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeMeeting" }, () => [
    { table: "meetings", id, patch: { deletedAt: db.now() } },
  ]);
}

/** Starts the clock of a meeting's notes; a second start changes nothing. */
export function startNotes(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "startNotes" }, async () => {
    const meeting = await meetingThere(db, id);
    return meeting.startedAt ? [] : [{ table: "meetings", id, patch: { startedAt: db.now() } }];
  });
}

/** Stops the clock: the call is over, the wrap-up is next. */
export function endMeeting(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "endMeeting" }, async () => {
    const meeting = await meetingThere(db, id);
    if (meeting.endedAt) return [];
    return [
      {
        table: "meetings",
        id,
        patch: { endedAt: db.now(), startedAt: meeting.startedAt ?? db.now(), status: "held" },
      },
    ];
  });
}

/** Says afterwards that a planned meeting took place, as it was planned: nobody took notes. */
export function markHeld(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "logMeeting" }, async () => {
    const meeting = await meetingThere(db, id);
    if (meeting.endedAt) return [];
    const startedAt = meeting.startedAt ?? startOf(meeting);
    const endedAt = Math.max(startedAt, Math.min(endOf(meeting), db.now()));
    return [{ table: "meetings", id, patch: { status: "held", startedAt, endedAt } }];
  });
}

/** The fields of a meeting that a form gives. @throws UserError for what cannot be */
export function meetingPatch(form: MeetingForm) {
  const on = dayFrom(form.on);
  if (!on) throw new UserError("badDate");
  const roomUrl = linkFrom(form.link);
  return {
    mentorshipId: form.mentorshipId,
    kind: form.kind,
    title: lineFrom(form.title),
    startsOn: on,
    startsTime: timeFrom(form.time),
    timeZone: isTimeZone(form.timeZone) ? form.timeZone : "UTC",
    plannedMinutes: Math.min(longestMeeting, Math.max(shortestMeeting, Math.round(form.minutes) || 45)),
    roomUrl,
    roomKey: roomUrl ? roomKeyOf(roomUrl) : null,
  };
}
