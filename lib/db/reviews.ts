import type { Day, Id } from "@/lib/domain/envelope.ts";
import { type ClosingScore, closings, closingScores, isEmptyClosing } from "@/lib/domain/closing.ts";
import type { Review } from "@/lib/domain/review.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { textFrom } from "./input.ts";
import { meetingThere } from "./meeting-rows.ts";
import { mutate } from "./mutate.ts";

/** A closing evaluation as it is written. A rating of `null` was not given. */
export type ClosingForm = Record<ClosingScore, number | null> & { lessons: string; text: string };

/**
 * Keeps a closing evaluation with its day.
 * @param on `YYYY-MM-DD`
 * @throws UserError `emptyText` if there is nothing in it
 */
export function addClosing(db: MilepostDb, mentorshipId: Id, on: Day, form: ClosingForm): Promise<Id | null> {
  return mutate(db, { did: "addReview" }, () => [
    { table: "reviews", id: db.newId(), patch: { mentorshipId, kind: "closing", on, ...patchOf(form) } },
  ]);
}

/** Changes what was written; its day stays. */
export function editClosing(db: MilepostDb, id: Id, form: ClosingForm): Promise<Id | null> {
  return mutate(db, { did: "editReview" }, () => [{ table: "reviews", id, patch: patchOf(form) }]);
}

export function removeReview(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeReview" }, () => [
    { table: "reviews", id, patch: { deletedAt: db.now() } },
  ]);
}

/** The closing evaluations of a mentorship, the latest first. */
export async function closingsOf(db: MilepostDb, mentorshipId: Id): Promise<Review[]> {
  return closings(await db.reviews.where("mentorshipId").equals(mentorshipId).toArray());
}

/**
 * Says how useful a meeting was, for oneself: one word of it for each meeting, on the day it was planned for.
 * @param useful 1 to 5, `null` to take it back
 */
export function rateMeeting(db: MilepostDb, meetingId: Id, useful: number | null): Promise<Id | null> {
  return mutate(db, { did: "rateMeeting" }, async () => {
    const { mentorshipId, startsOn } = await meetingThere(db, meetingId);
    const known = (await ratingsOf(db, mentorshipId)).find((row) => row.meetingId === meetingId);
    if (known) return [{ table: "reviews", id: known.id, patch: { useful } }];
    const patch = { mentorshipId, meetingId, kind: "meeting", on: startsOn, useful } as const;
    return useful === null ? [] : [{ table: "reviews", id: db.newId(), patch }];
  });
}

/** How useful the meetings of a mentorship were, as far as that was said. */
export async function ratingsOf(db: MilepostDb, mentorshipId: Id): Promise<Review[]> {
  const rows = await db.reviews.where("mentorshipId").equals(mentorshipId).toArray();
  return rows.filter((row) => row.kind === "meeting" && !row.deletedAt);
}

function patchOf(form: ClosingForm): ClosingForm {
  if (isEmptyClosing(form)) throw new UserError("emptyText");
  const scores = Object.fromEntries(closingScores.map((score) => [score, form[score]]));
  return {
    ...(scores as Record<ClosingScore, number | null>),
    lessons: textFrom(form.lessons.trim()),
    text: textFrom(form.text.trim()),
  };
}
