import { Check, Diamond, Flag, GitMerge, type IconNode } from "lucide";
import type { Accomplishment } from "@/lib/domain/accomplished.ts";

/** What an accomplishment is told from: a promise kept, a milestone reached, evidence, a win. */
export const accomplishedIcons: Record<Accomplishment["table"], IconNode> = {
  commitments: Check,
  milestones: Diamond,
  evidence: GitMerge,
  entries: Flag,
};
