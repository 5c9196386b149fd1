import type { Goal } from "@/lib/domain/goal.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { MilepostDb } from "./database.ts";
import { goalsOf, milestonesOf } from "./goal-rows.ts";
import { meetingsOf } from "./meeting-rows.ts";
import { focusedMentorship } from "./mentorship-rows.ts";
import { agreedPlan } from "./roadmap.ts";

export interface RoadmapRows {
  mentorship: Mentorship;
  partnerName: string;
  goals: Goal[];
  milestones: Milestone[];
  meetings: Meeting[];
  plan: Awaited<ReturnType<typeof agreedPlan>>;
}

/** All that the roadmap of the mentorship in focus is drawn from; `null` without one. */
export async function roadmapRows(db: MilepostDb): Promise<RoadmapRows | null> {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { mentorship, partner } = focused;
  const [goals, milestones, meetings, plan] = await Promise.all([
    goalsOf(db, mentorship.id),
    milestonesOf(db, mentorship.id),
    meetingsOf(db, mentorship.id),
    agreedPlan(db, mentorship.id),
  ]);
  return { mentorship, partnerName: partner?.name ?? "", goals, milestones, meetings, plan };
}
