import type { Write } from "@/lib/domain/change.ts";
import { addDays, dayOf, isTimeZone } from "@/lib/domain/civil-time.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { roomKeyOf } from "@/lib/domain/meeting-room.ts";
import type { Cadence, Mentorship } from "@/lib/domain/mentorship.ts";
import { moveStage } from "@/lib/domain/stage-walk.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { Role, Stage } from "@/lib/domain/vocabulary.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, optionalLineFrom, reasonFrom, timeFrom } from "./input.ts";
import { linkFrom } from "./link-input.ts";
import { ensureIdentity, mutate } from "./mutate.ts";

/** What the first run asks for. Only the name is needed; days are `YYYY-MM-DD`, times `HH:MM`, empty means not said. */
export interface FirstRun {
  role: Role;
  myName?: string;
  partnerName: string;
  /** There is nobody to walk with yet: the other person has no name until one is found. */
  looking?: boolean;
  destination: string;
  goal: string;
  milestone: string;
  milestoneOn: string;
  meetingOn: string;
  meetingTime: string;
  meetingLink: string;
  meetingTitle: string;
  cadence: Cadence | null;
  timeZone: string;
}

/**
 * Starts a mentorship with all that the first run took down, as one act.
 * @returns the ids of the new mentorship and of the act
 * @throws UserError for a missing name or a date, time or link that cannot be
 */
export async function startMentorship(
  db: MilepostDb,
  answers: FirstRun,
): Promise<{ id: Id; act: Id | null }> {
  const partnerName = answers.looking ? "" : lineFrom(answers.partnerName, "emptyName");
  const roomUrl = linkFrom(answers.meetingLink);
  const meetingOn = dayFrom(answers.meetingOn);
  const milestoneOn = dayFrom(answers.milestoneOn);
  const meetingTime = meetingOn ? timeFrom(answers.meetingTime || "10:00") : null;
  const zone = isTimeZone(answers.timeZone) ? answers.timeZone : "UTC";
  const id = db.newId();
  const act = await mutate(db, { did: "startMentorship" }, async () => {
    const { me } = await ensureIdentity(db);
    const today = dayOf(db.now(), zone);
    const partnerId = db.newId();
    const writes: Write[] = [
      { table: "people", id: partnerId, patch: { name: partnerName } },
      {
        table: "mentorships",
        id,
        patch: {
          role: answers.role,
          meId: me,
          partnerId,
          destination: optionalLineFrom(answers.destination),
          visits: [{ stage: "prepare", fromOn: today }],
          startsOn: today,
          endsOn: addDays(today, 26 * 7),
          cadence: answers.cadence,
          roomUrl,
          roomKey: roomUrl ? roomKeyOf(roomUrl) : null,
        } satisfies Partial<Mentorship>,
      },
    ];
    const myName = answers.myName?.trim();
    if (myName)
      writes.push({ table: "people", id: me, patch: { name: lineFrom(myName) } satisfies Partial<Person> });
    const goalId = db.newId();
    if (answers.goal.trim() || answers.milestone.trim()) {
      const title = answers.goal.trim() || answers.destination.trim() || answers.milestone.trim();
      writes.push({
        table: "goals",
        id: goalId,
        patch: { mentorshipId: id, title: lineFrom(title), status: "open", order: 0 },
      });
    }
    if (answers.milestone.trim()) {
      writes.push({
        table: "milestones",
        id: db.newId(),
        patch: {
          mentorshipId: id,
          goalId,
          title: lineFrom(answers.milestone),
          phase: "discovery",
          owner: "me",
          status: "open",
          dueOn: milestoneOn,
          order: 0,
        },
      });
    }
    if (meetingOn && meetingTime) {
      writes.push({
        table: "meetings",
        id: db.newId(),
        patch: {
          mentorshipId: id,
          kind: "kickoff",
          title: lineFrom(answers.meetingTitle),
          status: "planned",
          startsOn: meetingOn,
          startsTime: meetingTime,
          timeZone: zone,
          plannedMinutes: 45,
          roomUrl,
          roomKey: roomUrl ? roomKeyOf(roomUrl) : null,
        },
      });
    }
    await db.meta.put({ key: "focus", mentorshipId: id });
    return writes;
  });
  return { id, act };
}

/** Changes the sentence that says where the mentorship is going. */
export function setDestination(db: MilepostDb, id: Id, destination: string): Promise<Id | null> {
  return mutate(db, { did: "setDestination" }, () => [
    { table: "mentorships", id, patch: { destination: lineFrom(destination) } },
  ]);
}

/**
 * Moves a mentorship to another stage, in either direction, from `on` (`YYYY-MM-DD`) on; see `moveStage`. The walk so
 * far stays.
 * @param today the calendar day it is here; `on` may lie ahead of it
 * @throws UserError `stageTooEarly` for a day before the present stage began
 */
export function setStage(
  db: MilepostDb,
  id: Id,
  move: { stage: Stage; on: string; reason?: string },
  today: Day,
): Promise<Id | null> {
  const fromOn = dayFrom(move.on);
  if (!fromOn) throw new UserError("badDate");
  const reason = reasonFrom(move.reason);
  return mutate(db, { did: "setStage", ...reason }, async () => {
    const mentorship = await db.mentorships.get(id);
    if (!mentorship) throw new UserError("notFound");
    const visits = moveStage(mentorship.visits, { stage: move.stage, fromOn, ...reason }, today);
    if (!visits) throw new UserError("stageTooEarly");
    if (visits === mentorship.visits) return [];
    return [{ table: "mentorships", id, patch: { visits: [...visits] } }];
  });
}

/** Moves a mentorship to the trash. All that belongs to it is out of sight with it, and comes back with it. */
export function removeMentorship(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeMentorship" }, () => [
    { table: "mentorships", id, patch: { deletedAt: db.now() } },
  ]);
}
