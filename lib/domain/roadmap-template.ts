import * as z from "zod/mini";
import { envelope, Line, Text } from "./envelope.ts";
import { goalKinds, horizons, owners, phases } from "./vocabulary.ts";

/** More than these would be refused when the template is read again. */
export const mostGoals = 50;
export const mostMilestones = 500;

/** A milestone of a template: so many days after the start of the roadmap. */
export const TemplateMilestone = z.object({
  title: Line,
  phase: z.enum(phases),
  day: z.int().check(z.minimum(0), z.maximum(3_660)),
  owner: z._default(z.enum(owners), "me"),
  must: z._default(z.boolean(), false),
});
export type TemplateMilestone = z.infer<typeof TemplateMilestone>;

export const TemplateGoal = z.object({
  title: Line,
  kind: z._default(z.enum(goalKinds), "other"),
  horizon: z.optional(z.nullable(z.enum(horizons))),
  why: z.optional(z.nullable(Text)),
  outcome: z.optional(z.nullable(Text)),
  milestones: z.array(TemplateMilestone).check(z.maxLength(mostMilestones)),
});
export type TemplateGoal = z.infer<typeof TemplateGoal>;

/** A roadmap to start from: goals with milestones that are dated from a start. Saved ones belong to no mentorship. */
export const RoadmapTemplate = z.object({
  ...envelope,
  name: Line,
  about: z._default(Text, ""),
  goals: z.array(TemplateGoal).check(z.maxLength(mostGoals)),
});
export type RoadmapTemplate = z.infer<typeof RoadmapTemplate>;
