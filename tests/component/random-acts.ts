import fc from "fast-check";
import {
  addCommitment,
  completeCommitment,
  editCommitment,
  removeCommitment,
  reopenCommitment,
  snooze,
} from "@/lib/db/commitments.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCapture, editEntry, removeEntry } from "@/lib/db/entries.ts";
import {
  addGoal,
  addMilestone,
  completeMilestone,
  editGoal,
  editMilestone,
  removeGoal,
  removeMilestone,
  reopenMilestone,
} from "@/lib/db/goals.ts";
import {
  editMeeting,
  endMeeting,
  logMeeting,
  markHeld,
  planMeeting,
  removeMeeting,
  setFocus,
  setMeetingStatus,
  startNotes,
} from "@/lib/db/meetings.ts";
import { moveMeeting } from "@/lib/db/move-meeting.ts";
import { setDestination, startMentorship } from "@/lib/db/mentorships.ts";
import { renamePerson, setOwnName } from "@/lib/db/people.ts";
import { finishReminder } from "@/lib/db/reminder-answers.ts";
import { addReminder, removeReminder } from "@/lib/db/reminders.ts";
import { addTopic, removeTopic, setTopicDiscussed } from "@/lib/db/topics.ts";
import { finishWrapUp } from "@/lib/db/wrap-up.ts";
import { GoalStatus } from "@/lib/domain/goal.ts";
import { MeetingStatus } from "@/lib/domain/meeting.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { captureKinds, entryKinds, owners, phases } from "@/lib/domain/vocabulary.ts";
import { firstRun, meetingForm } from "./fresh-db.ts";

/** What one random act is made from: which verb, on which row, with what. */
export interface Chance {
  verb: number;
  row: number;
  other: number;
  words: string;
  on: string;
  flag: boolean;
}

/** Few different words and days, so that acts often meet in one row and set what is there already. */
export const chance: fc.Arbitrary<Chance> = fc.record({
  verb: fc.nat(999),
  row: fc.nat(99),
  other: fc.nat(99),
  words: fc.constantFrom("Run", "Walk", "Listen first", "Zoë 😀", "مرحبا بالعالم", "a\u0000b"),
  on: fc.constantFrom("", "2026-11-10", "2026-12-01", "2027-01-08"),
  flag: fc.boolean(),
});

type Verb = (db: MilepostDb, given: Chance) => Promise<unknown>;

/** A verb that needs a row of a table that is in sight; without one it does nothing. */
function on(table: TableName, run: (db: MilepostDb, id: string, given: Chance) => Promise<unknown>): Verb {
  return async (db, given) => {
    const id = await anyOf(db, table, given.row);
    return id === undefined ? null : run(db, id, given);
  };
}

/** A row of a table that is not in the trash, `undefined` without one. */
export async function anyOf(db: MilepostDb, table: TableName, which: number): Promise<string | undefined> {
  const rows: { id: string; deletedAt?: number | null }[] = await db.table(table).toArray();
  const there = rows.filter((row) => !row.deletedAt);
  return there[which % there.length]?.id;
}

function of<T>(values: readonly T[], which: number): T {
  return values[which % values.length] as T;
}

const form = (mentorshipId: string, { words, on: day, flag }: Chance) => ({
  ...meetingForm,
  mentorshipId,
  title: words,
  on: day || "2026-12-24",
  link: flag ? meetingForm.link : "",
});

/** Every verb of the database that a person's act ends in, but for typing in a note, which has an undo of its own. */
const verbs: Readonly<Record<string, Verb>> = {
  startMentorship: (db, { words, flag, on: day }) =>
    startMentorship(db, { ...firstRun, partnerName: words, myName: flag ? words : "", meetingOn: day }),
  setDestination: on("mentorships", (db, id, { words }) => setDestination(db, id, words)),
  setOwnName: (db, { words }) => setOwnName(db, words),
  renamePerson: on("people", (db, id, { words }) => renamePerson(db, id, words)),
  addReminder: on("commitments", (db, id, { words, on: day }) =>
    addReminder(
      db,
      { table: "commitments", id },
      {
        text: words,
        how: "at",
        before: "",
        on: day || "2026-12-24",
        time: "10:00",
        every: null,
        urgent: false,
      },
    ),
  ),
  finishReminder: on("reminders", (db, id) =>
    finishReminder(db, { kind: "own", recordId: id, occurrence: "o" }, "Europe/Berlin"),
  ),
  removeReminder: on("reminders", (db, id) => removeReminder(db, id)),
  addGoal: on("mentorships", (db, id, { words }) => addGoal(db, id, words)),
  editGoal: on("goals", (db, id, { words, on: dueOn, flag }) =>
    editGoal(db, id, flag ? { title: words, dueOn } : { why: words, reason: words }),
  ),
  setGoalStatus: on("goals", (db, id, { other }) =>
    editGoal(db, id, { status: of(GoalStatus.options, other) }),
  ),
  removeGoal: on("goals", (db, id) => removeGoal(db, id)),
  addMilestone: on("goals", (db, id, { words, other, on: dueOn }) =>
    addMilestone(db, id, { title: words, phase: of(phases, other), dueOn }),
  ),
  editMilestone: on("milestones", (db, id, { words, other, on: dueOn, flag }) =>
    editMilestone(db, id, flag ? { dueOn, reason: words } : { title: words, phase: of(phases, other) }),
  ),
  completeMilestone: on("milestones", (db, id) => completeMilestone(db, id)),
  reopenMilestone: on("milestones", (db, id) => reopenMilestone(db, id)),
  removeMilestone: on("milestones", (db, id) => removeMilestone(db, id)),
  snoozeMilestone: on("milestones", (db, id, { other }) =>
    snooze(db, { table: "milestones", id }, db.now() + of([1, 2], other) * 3_600_000),
  ),
  planMeeting: on("mentorships", (db, id, given) => planMeeting(db, form(id, given))),
  logMeeting: on("mentorships", (db, id, given) => logMeeting(db, form(id, given))),
  moveMeeting: on("meetings", (db, id, given) => withMentorship(db, id, given, moveMeeting)),
  editMeeting: on("meetings", (db, id, given) => withMentorship(db, id, given, editMeeting)),
  setFocus: on("meetings", (db, id, { words, flag }) => setFocus(db, id, flag ? words : "")),
  setMeetingStatus: on("meetings", (db, id, { other }) =>
    setMeetingStatus(db, id, of(MeetingStatus.options, other)),
  ),
  removeMeeting: on("meetings", (db, id) => removeMeeting(db, id)),
  startNotes: on("meetings", (db, id) => startNotes(db, id)),
  endMeeting: on("meetings", (db, id) => endMeeting(db, id)),
  markHeld: on("meetings", (db, id) => markHeld(db, id)),
  finishWrapUp: on("meetings", async (db, id, given) => {
    const dropped = [
      await anyOf(db, "commitments", given.other),
      await anyOf(db, "entries", given.other),
    ].flatMap((each) => each ?? []);
    const mentorshipId = (await db.meetings.get(id))?.mentorshipId ?? "";
    const next = given.flag ? form(mentorshipId, given) : null;
    return finishWrapUp(db, id, { droppedIds: dropped, next, again: given.flag });
  }),
  addTopic: on("mentorships", (db, id, { words, flag }) =>
    addTopic(db, id, words, flag ? "question" : "topic"),
  ),
  setTopicDiscussed: on("topics", async (db, id, { other, flag }) =>
    setTopicDiscussed(db, id, flag ? ((await anyOf(db, "meetings", other)) ?? null) : null),
  ),
  removeTopic: on("topics", (db, id) => removeTopic(db, id)),
  addCapture: async (db, { words, row, other }) =>
    addCapture(db, {
      kind: of(captureKinds, other),
      text: words,
      mentorshipId: (await anyOf(db, "mentorships", row)) ?? null,
      meetingId: (await anyOf(db, "meetings", row)) ?? null,
    }),
  editEntry: on("entries", (db, id, { words, other, flag }) =>
    editEntry(db, id, flag ? { text: words } : { kind: of(entryKinds, other) }),
  ),
  removeEntry: on("entries", (db, id) => removeEntry(db, id)),
  addCommitment: async (db, { words, row, other, on: dueOn, flag }) =>
    addCommitment(db, {
      mentorshipId: flag ? ((await anyOf(db, "mentorships", row)) ?? null) : null,
      title: words,
      owner: of(owners, other),
      dueOn,
    }),
  editCommitment: on("commitments", (db, id, { words, other, on: dueOn, flag }) =>
    editCommitment(db, id, flag ? { dueOn } : { title: words, owner: of(owners, other) }),
  ),
  completeCommitment: on("commitments", (db, id) => completeCommitment(db, id)),
  reopenCommitment: on("commitments", (db, id) => reopenCommitment(db, id)),
  removeCommitment: on("commitments", (db, id) => removeCommitment(db, id)),
  snoozeCommitment: on("commitments", (db, id, { other }) =>
    snooze(db, { table: "commitments", id }, db.now() + of([1, 2], other) * 3_600_000),
  ),
};

async function withMentorship<T>(
  db: MilepostDb,
  id: string,
  given: Chance,
  verb: (db: MilepostDb, id: string, form: typeof meetingForm) => Promise<T>,
): Promise<T> {
  return verb(db, id, form((await db.meetings.get(id))?.mentorshipId ?? "", given));
}

/** Does one random thing, as a person does it in one of the surfaces. */
export async function actAtRandom(db: MilepostDb, given: Chance): Promise<unknown> {
  try {
    return await of(Object.values(verbs), given.verb)(db, given);
  } catch (error) {
    // A meeting moves once: to move it again is refused, and no act.
    if (error instanceof UserError && error.code === "movedAlready") return null;
    throw error;
  }
}
