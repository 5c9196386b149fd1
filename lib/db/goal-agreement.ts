import { type Day, type Id, Rating } from "@/lib/domain/envelope.ts";
import { meetingOfRating } from "@/lib/domain/meeting-during.ts";
import { placeAt } from "@/lib/domain/plan-order.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { goalsOf } from "./goal-rows.ts";
import { dayFrom, reasonFrom, textFrom } from "./input.ts";
import { meetingsOf } from "./meeting-rows.ts";
import { mutate } from "./mutate.ts";

// What two people say of a goal: that they agree on it, how it looks to the mentor, which comes first.

/**
 * Both agreed on the goal on that day, as it stands now; or, with `null`, they did not.
 * @param on `YYYY-MM-DD`
 */
export function agreeOnGoal(db: MilepostDb, id: Id, on: Day | null): Promise<Id | null> {
  const agreedOn = dayFrom(on);
  return mutate(db, { did: "agreeOnGoal" }, async () => {
    const goal = await db.goals.get(id);
    if (!goal) throw new UserError("notFound");
    return [
      // Agreed on again on the same day: the edit has to leave a later stamp, since what came before it is agreed too.
      ...(goal.agreedOn === agreedOn && agreedOn
        ? [{ table: "goals" as const, id, patch: { agreedOn: null } }]
        : []),
      { table: "goals", id, patch: { agreedOn } },
    ];
  });
}

/** How realistic and how important a goal looks to the mentor, 1 to 5 or empty, and a word about it. */
export interface GoalRating {
  realism: string;
  priority: string;
  ratingNote: string;
}

/** Keeps the mentor's view with the meeting under way, or the one that was held last. */
export function rateGoal(db: MilepostDb, id: Id, rating: GoalRating): Promise<Id | null> {
  return mutate(db, { did: "editGoal" }, async () => {
    const goal = await db.goals.get(id);
    if (!goal) throw new UserError("notFound");
    const meeting = meetingOfRating(await meetingsOf(db, goal.mentorshipId), db.now());
    const patch = {
      realism: ratingFrom(rating.realism),
      priority: ratingFrom(rating.priority),
      ratingNote: textFrom(rating.ratingNote.trim()),
    };
    return [{ table: "goals", id, patch: { ...patch, ratedInId: meeting?.id ?? null } }];
  });
}

function ratingFrom(value: string): number | null {
  if (!value) return null;
  const rating = Rating.safeParse(Number(value));
  if (!rating.success) throw new UserError("badNumber");
  return rating.data;
}

/**
 * Puts a goal at another place among those under way.
 * @param at its index there
 */
export function orderGoal(db: MilepostDb, id: Id, at: number, reason?: string): Promise<Id | null> {
  return mutate(db, { did: "orderGoals", ...reasonFrom(reason) }, async () => {
    const goal = await db.goals.get(id);
    if (!goal || goal.deletedAt) throw new UserError("notFound");
    const open = (await goalsOf(db, goal.mentorshipId)).filter((each) => each.status === "open");
    const from = open.findIndex((each) => each.id === id);
    if (from === -1 || Math.min(Math.max(0, at), open.length - 1) === from) return [];
    const others = open.filter((each) => each.id !== id);
    return placeAt(others, id, at).map(({ id: goalId, order }) => ({
      table: "goals",
      id: goalId,
      patch: { order },
    }));
  });
}
