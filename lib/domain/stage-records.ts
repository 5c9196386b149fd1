import type { Agreement } from "./agreement.ts";
import type { Check } from "./check.ts";
import type { Expectation } from "./expectation.ts";
import type { Goal } from "./goal.ts";
import type { InventoryItem } from "./inventory.ts";
import type { Meeting } from "./meeting.ts";
import type { Mentorship } from "./mentorship.ts";
import type { Metric } from "./metric.ts";
import type { Milestone } from "./milestone.ts";
import type { Review } from "./review.ts";

/** What checklists and hints of one mentorship are worked out from; nothing that is in the trash. */
export interface StageRecords {
  mentorship: Pick<
    Mentorship,
    "id" | "role" | "destination" | "visits" | "cadence" | "scope" | "scopeType" | "reviewOn"
  >;
  checks: readonly Pick<
    Check,
    "id" | "stage" | "item" | "text" | "doneOn" | "hidden" | "order" | "createdAt"
  >[];
  goals: readonly Pick<Goal, "id" | "status" | "measure" | "agreedOn">[];
  milestones: readonly Pick<Milestone, "status">[];
  metrics: readonly Pick<Metric, "goalId">[];
  meetings: readonly Pick<Meeting, "kind" | "status" | "startsOn">[];
  /** The general lines and those of this mentorship. */
  inventory: readonly Pick<InventoryItem, "id" | "mentorshipId" | "kind" | "replacesId" | "hidden">[];
  expectations: readonly Pick<Expectation, "id">[];
  agreements: readonly Pick<Agreement, "status">[];
  reviews: readonly Pick<Review, "kind">[];
}
