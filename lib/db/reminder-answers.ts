import { setEntryState } from "./entry-state.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { answerId, unsnoozed } from "@/lib/domain/occurrences.ts";
import type { Occurrence } from "@/lib/domain/occurrence.ts";
import type { Write } from "@/lib/domain/change.ts";
import { isReviewSubject } from "@/lib/domain/review-subjects.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { completeCommitment } from "./commitments.ts";
import type { MilepostDb } from "./database.ts";
import { completeMilestone } from "./goals.ts";
import { mutate } from "./mutate.ts";
import { lookedAt } from "./review-records.ts";

/** What an answer has to know of the reminder that it answers. */
export type Answered = Pick<Occurrence, "kind" | "recordId" | "occurrence" | "mentorshipId">;

/** The mentorship of a row that may belong to one: answers go with it when it goes. */
const mentorshipOf = (each: Answered) => ({ mentorshipId: each.mentorshipId ?? null });

/**
 * Puts reminders off until `until` (epoch ms), all in one act. What is due keeps its date.
 * @returns the act, for undo
 */
export function snoozeReminders(
  db: MilepostDb,
  reminders: readonly Answered[],
  until: Instant,
): Promise<Id | null> {
  return mutate(db, { did: "snooze" }, () =>
    reminders.map((each): Write => {
      const { kind, recordId: id } = each;
      if (kind === "commitmentDue") return { table: "commitments", id, patch: { snoozedUntilAt: until } };
      if (kind === "milestoneDue") return { table: "milestones", id, patch: { snoozedUntilAt: until } };
      if (kind === "own") return { table: "reminders", id, patch: { snoozedUntilAt: until } };
      return answer(each, { snoozedUntilAt: until });
    }),
  );
}

/** Done with it: the thing is ticked off, looked at, heard from; or, where there is nothing to do, it was seen. */
export function finishReminder(db: MilepostDb, reminder: Answered, timeZone: string): Promise<Id | null> {
  const { kind, recordId: id } = reminder;
  const today = dayOf(db.now(), timeZone);
  if (kind === "commitmentDue") return completeCommitment(db, id);
  if (kind === "milestoneDue") return completeMilestone(db, id);
  if (isReviewSubject(kind)) return lookedAt(db, { subject: kind, recordId: id }, today);
  if (kind === "untriedAdvice") return setEntryState(db, id, "applied");
  if (kind === "own") return finishOwn(db, id);
  if (kind === "keepInTouch")
    return mutate(db, { did: "keepTouch" }, () => [
      { table: "mentorships", id, patch: { touchedOn: today } },
    ]);
  return mutate(db, { did: "answerReminder" }, () => [answer(reminder, { status: "done" })]);
}

function finishOwn(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "finishReminder" }, async () => {
    const reminder = await db.reminders.get(id);
    if (!reminder || reminder.deletedAt) throw new UserError("notFound");
    const patch = reminder.every
      ? { doneThroughAt: db.now(), snoozedUntilAt: null }
      : { status: "done" as const, snoozedUntilAt: null };
    return [{ table: "reminders", id, patch }];
  });
}

function answer(reminder: Answered, said: { snoozedUntilAt: Instant } | { status: "done" }): Write {
  const { recordId } = reminder;
  const id = answerId({ recordId, occurrence: unsnoozed(reminder.occurrence) });
  return {
    table: "reminders",
    id,
    patch: { kind: "answer", status: "open", ...mentorshipOf(reminder), deletedAt: null, ...said },
  };
}
