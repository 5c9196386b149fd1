import type { Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { MilepostDb } from "./database.ts";
import { shownOf, trashedParents } from "./shown.ts";

// What the popup needs of goals, apart from the verbs that edit them: it loads no more than this.

/** The goals of a mentorship in their order, those in the trash left out. */
export async function goalsOf(db: MilepostDb, mentorshipId: Id): Promise<Goal[]> {
  const rows = await db.goals.where("mentorshipId").equals(mentorshipId).toArray();
  return rows
    .filter((goal) => !goal.deletedAt)
    .toSorted((a, b) => a.order - b.order || a.createdAt - b.createdAt);
}

export async function milestonesOf(db: MilepostDb, mentorshipId: Id): Promise<Milestone[]> {
  const rows = await db.milestones.where("mentorshipId").equals(mentorshipId).toArray();
  const shown = shownOf(rows, await trashedParents(db));
  return shown.toSorted((a, b) => a.order - b.order || a.createdAt - b.createdAt);
}
