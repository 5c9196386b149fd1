import { becomeMentor } from "./become-mentor.ts";
import { firstJob } from "./first-job.ts";
import { firstNinetyDays } from "./first-90-days.ts";
import { launch } from "./launch.ts";
import { newRole } from "./new-role.ts";
import { promotion } from "./promotion.ts";
import type { ShippedTemplate } from "./shipped-template.ts";
import { softSkill } from "./soft-skill.ts";
import { technicalSkill } from "./technical-skill.ts";

/** The roadmaps that ship, in the order of the gallery. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  firstJob,
  newRole,
  promotion,
  launch,
  softSkill,
  technicalSkill,
  becomeMentor,
  firstNinetyDays,
];
