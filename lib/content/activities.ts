import type { ActivityKind } from "@/lib/domain/vocabulary.ts";

/**
 * Practice that ships as suggestions, the words under `activities.suggestions` of the locale file. The first four come
 * from the cultivation stage of the mentoring life cycle, the rest from learning in everyday work.
 */
export const activitySuggestions = [
  { key: "resume", kind: "review" },
  { key: "companies", kind: "assignment" },
  { key: "interview", kind: "practice" },
  { key: "pitch", kind: "practice" },
  { key: "careerPlan", kind: "review" },
  { key: "shadow", kind: "shadowing" },
  { key: "present", kind: "practice" },
  { key: "stretch", kind: "assignment" },
  { key: "businessCase", kind: "assignment" },
  { key: "process", kind: "assignment" },
  { key: "briefing", kind: "shadowing" },
  { key: "sideProject", kind: "sideProject" },
  { key: "lookBack", kind: "reflection" },
] as const satisfies readonly { key: string; kind: ActivityKind }[];

export type ActivitySuggestion = (typeof activitySuggestions)[number]["key"];

/** What is asked to think about one's own ways, the words under `prepare.prompts`. */
export const reflectionPrompts = [
  "feedback",
  "best",
  "learn",
  "drain",
  "disagree",
  "stuck",
  "proud",
  "misread",
] as const;
export type ReflectionPrompt = (typeof reflectionPrompts)[number];
