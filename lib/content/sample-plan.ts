import type { Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Metric } from "@/lib/domain/metric.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { EvidenceKind } from "@/lib/domain/vocabulary.ts";
import type { SampleClock } from "./sample-clock.ts";

const goalId = (key: string): Id => `sample-goal-${key}`;
const milestoneId = (key: string): Id => `sample-milestone-${key}`;

/** What Carla writes of her goals. `agreed` and `start` are days from today. */
interface GoalWords {
  key: string;
  words: Partial<Goal>;
  /** How it looks to Amara. */
  rating?: Pick<Goal, "realism" | "priority" | "ratingNote">;
  agreed: number;
  /** Said in the meeting of that day, or written down in its evening. */
  when: "meeting" | "evening";
  /** What was changed after both agreed. */
  since?: { on: number; words: Partial<Goal>; why: string };
  start: number;
}

const words: readonly GoalWords[] = [
  {
    key: "integration",
    words: {
      kind: "technical",
      outcome: "A design of mine that the guild accepts and another team builds from.",
      measure: "Somebody builds from my drawing without asking me what it means.",
      strategy: "Draw first, write second, and show it before it is finished.",
      showBy: "A page in the team wiki with each version and what was said about it.",
    },
    rating: {
      realism: 4,
      priority: 5,
      ratingNote: "Realistic, if the guild sees it early. Do not polish it alone.",
    },
    agreed: -28,
    when: "meeting",
    start: -84,
  },
  {
    key: "code",
    words: { kind: "technical", measure: "Changes that a reviewer merges without rework." },
    rating: {
      realism: 3,
      priority: 4,
      ratingNote: "A service of your own is a lot for one sprint.",
    },
    agreed: -28,
    when: "meeting",
    since: {
      on: -27,
      words: { strategy: "Small changes with tests, two reviewers in turn." },
      why: "Two reviewers see more than one.",
    },
    start: -84,
  },
  {
    key: "speak",
    words: {
      kind: "soft",
      outcome: "I chair a review in which everybody has spoken.",
      measure: "Two reviewers say that my questions help.",
    },
    agreed: -28,
    when: "meeting",
    start: -84,
  },
  {
    key: "handover",
    words: { kind: "other", strategy: "One task a week, written down before it is handed over." },
    agreed: -28,
    when: "evening",
    start: -28,
  },
];

const steps: readonly { key: string; on: number; patch: Partial<Milestone> }[] = [
  { key: "service", on: -28, patch: { needsWork: true } },
  { key: "guild", on: -13, patch: { must: true, tags: ["guild"] } },
  { key: "comments", on: -13, patch: { tags: ["guild"] } },
  {
    key: "draft",
    on: -11,
    patch: {
      worked: "Drawing it twice. The second drawing answered the question itself.",
      didNot: "I wrote three pages before anybody saw the first.",
      adjust: "Show the returns design after one page.",
    },
  },
];

/** Values are days from today and what was counted. */
interface MetricStory {
  key: string;
  goal: string;
  metric: Pick<Metric, "name" | "unit" | "direction" | "baseline" | "target">;
  target: number;
  values: readonly (readonly [on: number, value: number, note?: string])[];
}

const metrics: readonly MetricStory[] = [
  {
    key: "merged",
    goal: "code",
    metric: {
      name: "Changes merged without rework",
      unit: "a month",
      direction: "higher",
      baseline: 0,
      target: 6,
    },
    target: 66,
    values: [
      [-78, 0],
      [-50, 1, "The first one, with Jonas beside me"],
      [-22, 3],
      [-6, 4, "One came back for its tests"],
    ],
  },
  {
    key: "escalations",
    goal: "handover",
    metric: { name: "Escalations to me", unit: "a week", direction: "lower", baseline: 9, target: 0 },
    target: 52,
    values: [
      [-28, 9],
      [-21, 7],
      [-14, 7, "Priya was away"],
      [-7, 3],
    ],
  },
];

interface EvidenceStory {
  key: string;
  goal: string;
  milestone?: string;
  kind: EvidenceKind;
  text: string;
  url?: string;
  meeting?: string;
  on: number;
}

const evidence: readonly EvidenceStory[] = [
  {
    key: "map",
    goal: "integration",
    milestone: "map",
    kind: "link",
    text: "The map of our integrations, in the wiki",
    url: "https://wiki.example.org/integrations",
    on: -67,
  },
  {
    key: "draft",
    goal: "integration",
    milestone: "draft",
    kind: "file",
    text: "order-sync-design-v2.pdf",
    on: -11,
  },
  {
    key: "questions",
    goal: "speak",
    milestone: "reviewers",
    kind: "text",
    text: "“Your questions are the ones that I would have asked a week later.” A reviewer",
    on: -15,
  },
];

const outcomes: readonly { key: string; text: string; goal: string | null }[] = [
  { key: "design", text: "A design of mine that the guild accepts", goal: "integration" },
  { key: "on-call", text: "Nobody calls me at night any more", goal: "handover" },
  { key: "role", text: "An interview for the architect role", goal: null },
];

/**
 * What makes Carla's goals clear: words, a rating by her mentor, what both agreed on and what was changed since, two
 * metrics with their values, evidence, and the outcomes that they wrote down together.
 * @param calibrationId the meeting in which they agreed
 */
export function planWrites(clock: SampleClock, mentorshipId: Id, calibrationId: Id): PastWrite[] {
  return [
    ...words.flatMap((goal) => goalWords(clock, goal, calibrationId)),
    ...steps.map(({ key, on, patch }): PastWrite => ({
      table: "milestones",
      id: milestoneId(key),
      patch,
      at: clock.at(on, "18:20"),
      did: patch.worked ? "checkpoint" : "editMilestone",
    })),
    ...metrics.flatMap((story, order) => metricWrites(clock, mentorshipId, story, order)),
    ...evidence.map((story) => evidenceWrite(clock, mentorshipId, story)),
    ...outcomes.map(({ key, text, goal }, order): PastWrite => ({
      table: "inventory",
      id: `sample-outcome-${key}`,
      patch: {
        mentorshipId,
        kind: "outcome",
        text,
        hidden: false,
        goalId: goal ? goalId(goal) : null,
        order,
      },
      at: clock.at(-27, "20:10") + order * 60_000,
      did: "addInventoryItem",
    })),
  ];
}

function goalWords(clock: SampleClock, goal: GoalWords, ratedInId: Id): PastWrite[] {
  const of = { table: "goals" as const, id: goalId(goal.key) };
  const times =
    goal.when === "meeting" ? (["15:10", "15:30", "15:50"] as const) : (["18:30", "18:40", "18:50"] as const);
  const at = times.map((time) => clock.at(goal.agreed, time));
  const [wrote = 0, rated = 0, agreed = 0] = at;
  const patch = { ...goal.words, startsOn: clock.on(goal.start) };
  const writes: PastWrite[] = [{ ...of, patch, at: wrote, did: "editGoal" }];
  if (goal.rating) writes.push({ ...of, patch: { ...goal.rating, ratedInId }, at: rated, did: "editGoal" });
  writes.push({ ...of, patch: { agreedOn: clock.on(goal.agreed) }, at: agreed, did: "agreeOnGoal" });
  if (goal.since) {
    const { on, words: changed, why } = goal.since;
    writes.push({ ...of, patch: changed, at: clock.at(on, "08:15"), did: "editGoal", why });
  }
  return writes;
}

function metricWrites(clock: SampleClock, mentorshipId: Id, story: MetricStory, order: number): PastWrite[] {
  const id = `sample-metric-${story.key}`;
  const first = Math.min(...story.values.map(([on]) => on));
  return [
    {
      table: "metrics",
      id,
      patch: {
        mentorshipId,
        goalId: goalId(story.goal),
        ...story.metric,
        targetOn: clock.on(story.target),
        order,
      },
      at: clock.at(first, "19:00"),
      did: "addMetric",
    },
    ...story.values.map(([on, value, note], n): PastWrite => ({
      table: "measurements",
      id: `sample-measurement-${story.key}-${n + 1}`,
      patch: { mentorshipId, metricId: id, on: clock.on(on), value, note: note ?? "" },
      at: clock.at(on, "19:10"),
      did: "addMeasurement",
    })),
  ];
}

function evidenceWrite(clock: SampleClock, mentorshipId: Id, story: EvidenceStory): PastWrite {
  return {
    table: "evidence",
    id: `sample-evidence-${story.key}`,
    patch: {
      mentorshipId,
      goalId: goalId(story.goal),
      milestoneId: story.milestone ? milestoneId(story.milestone) : null,
      kind: story.kind,
      text: story.text,
      url: story.url ?? null,
      on: clock.on(story.on),
      meetingId: null,
      metricId: null,
    },
    at: clock.at(story.on, "19:30"),
    did: "addEvidence",
  };
}
