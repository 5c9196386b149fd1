import type { ShippedItem } from "@/lib/domain/checklist.ts";

/**
 * The checklists that ship, stage by stage: what the sources ask for at each. Their words stand in the locale file under
 * `checklist.items` (and `checklist.mentor` where a mentor does it differently), by these ids, which never change.
 */
export const checklistItems = [
  // Prepare: eight things before the first meeting.
  {
    id: "destination",
    stage: "prepare",
    group: "before",
    rule: "destination",
    at: "/roadmap",
    mentorWords: true,
  },
  { id: "plan", stage: "prepare", group: "before", rule: "plan", at: "/roadmap", mentorWords: true },
  {
    id: "preferences",
    stage: "prepare",
    group: "before",
    rule: "preferences",
    at: "/prepare",
    mentorWords: true,
  },
  {
    id: "strengths",
    stage: "prepare",
    group: "before",
    rule: "strengths",
    at: "/prepare",
    mentorWords: true,
  },
  { id: "horizons", stage: "prepare", group: "before", at: "/roadmap", mentorWords: true },
  { id: "expect", stage: "prepare", group: "before", rule: "expectations", at: "/expectations" },
  { id: "offer", stage: "prepare", group: "before", rule: "offers", at: "/prepare" },
  { id: "rapport", stage: "prepare", group: "before", rule: "rapport", at: "/prepare", mentorWords: true },

  // Initiation: what it stands on, the first meeting, what to agree on and to talk about.
  {
    id: "scope",
    stage: "initiation",
    group: "ground",
    rule: "scope",
    at: "/stages/initiation?set=scope",
  },
  {
    id: "measurable",
    stage: "initiation",
    group: "ground",
    rule: "measurableGoal",
    at: "/roadmap",
    mentorWords: true,
  },
  { id: "rhythm", stage: "initiation", group: "ground", rule: "rhythm", at: "/agreement" },
  { id: "exit", stage: "initiation", group: "ground", rule: "exit", at: "/stages/initiation?set=dates" },
  { id: "agreement", stage: "initiation", group: "ground", rule: "agreement", at: "/agreement" },
  { id: "quietSpace", stage: "initiation", group: "ice", mentorWords: true },
  { id: "tellOfYourself", stage: "initiation", group: "ice", mentorWords: true },
  { id: "openMind", stage: "initiation", group: "ice", mentorWords: true },
  { id: "prepareQuestions", stage: "initiation", group: "ice", mentorWords: true },
  { id: "agreeCommitments", stage: "initiation", group: "agree", at: "/agreement" },
  { id: "agreeRules", stage: "initiation", group: "agree", at: "/agreement" },
  { id: "agreeConfidence", stage: "initiation", group: "agree", at: "/agreement" },
  { id: "agreeSupport", stage: "initiation", group: "agree", at: "/agreement", mentorWords: true },
  { id: "agreeOpenness", stage: "initiation", group: "agree", at: "/agreement" },
  { id: "discussPlan", stage: "initiation", group: "discuss", at: "/expectations" },
  { id: "discussOutcomes", stage: "initiation", group: "discuss", at: "/roadmap" },
  { id: "discussHorizons", stage: "initiation", group: "discuss", at: "/roadmap", mentorWords: true },
  { id: "discussSupport", stage: "initiation", group: "discuss", at: "/prepare", mentorWords: true },
  { id: "discussConcerns", stage: "initiation", group: "discuss", at: "/agreement" },

  // Cultivation: what to take on together, and how to make the most of it.
  { id: "careerPlan", stage: "cultivation", group: "take", at: "/roadmap", mentorWords: true },
  { id: "resume", stage: "cultivation", group: "take", mentorWords: true },
  { id: "research", stage: "cultivation", group: "take", at: "/resources", mentorWords: true },
  { id: "interview", stage: "cultivation", group: "take", mentorWords: true },
  { id: "beHonest", stage: "cultivation", group: "conduct", role: "mentee" },
  { id: "homework", stage: "cultivation", group: "conduct", role: "mentee" },
  { id: "toughQuestions", stage: "cultivation", group: "conduct", role: "mentee" },
  { id: "thanks", stage: "cultivation", group: "conduct", role: "mentee", at: "/journal" },
  { id: "followThrough", stage: "cultivation", group: "conduct", role: "mentee", at: "/actions" },
  { id: "specificFeedback", stage: "cultivation", group: "conduct", role: "mentor" },
  { id: "holdAccountable", stage: "cultivation", group: "conduct", role: "mentor", at: "/actions" },
  { id: "challenge", stage: "cultivation", group: "conduct", role: "mentor" },
  { id: "takeQuestions", stage: "cultivation", group: "conduct", role: "mentor" },
  { id: "askHowYouDo", stage: "cultivation", group: "conduct", role: "mentor" },

  // Separation: look back, wrap up, let go.
  { id: "reflect", stage: "separation", group: "evaluate", rule: "closingReview", at: "/reviews" },
  { id: "assess", stage: "separation", group: "evaluate", at: "/expectations" },
  { id: "decide", stage: "separation", group: "evaluate" },
  { id: "finalMeeting", stage: "separation", group: "close", rule: "finalMeeting", at: "/meetings" },
  { id: "celebrate", stage: "separation", group: "close", at: "/journal" },
  { id: "positiveNote", stage: "separation", group: "close" },
  { id: "compare", stage: "separation", group: "part", at: "/reviews" },
  { id: "acknowledge", stage: "separation", group: "part", at: "/roadmap", mentorWords: true },
  { id: "taper", stage: "separation", group: "part", at: "/meetings" },
  { id: "standAlone", stage: "separation", group: "part", mentorWords: true },

  // Redefinition: what the two are to each other from here on.
  { id: "newKind", stage: "redefinition", group: "after" },
  { id: "keepInTouch", stage: "redefinition", group: "after" },
  { id: "shareNews", stage: "redefinition", group: "after", mentorWords: true },
] as const satisfies readonly (ShippedItem & { mentorWords?: true })[];

type Item = (typeof checklistItems)[number];
export type ChecklistItemId = Item["id"];
export type ChecklistGroup = Item["group"];
/** Items that a mentor does in another way, and so in other words. */
export type MentorItemId = Extract<Item, { mentorWords: true }>["id"];

/** The working agreements and discussion topics that a kickoff goes through. */
export const kickoffGroups = ["agree", "discuss"] as const satisfies readonly ChecklistGroup[];
