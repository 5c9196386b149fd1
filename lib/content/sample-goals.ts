import type { Id } from "@/lib/domain/envelope.ts";
import type { Owner, Phase } from "@/lib/domain/vocabulary.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { SampleClock } from "./sample-clock.ts";

/** Days are counted from today; `reached` and `moved.on` are the days on which that was done. */
interface MilestoneStory {
  key: string;
  title: string;
  phase: Phase;
  due: number;
  owner?: Owner;
  reached?: number;
  moved?: { on: number; to: number };
}

interface GoalStory {
  key: string;
  title: string;
  why: string;
  added: number;
  due: number;
  milestones: readonly MilestoneStory[];
}

const goals: readonly GoalStory[] = [
  {
    key: "integration",
    title: "Design an integration end to end",
    why: "An architect is somebody whose drawing other people can build from. I have never drawn one that had to work.",
    added: -84,
    due: 66,
    milestones: [
      { key: "map", title: "Map our 14 integrations", phase: "discovery", due: -66, reached: -67 },
      {
        key: "billing",
        title: "Shadow Jonas on the billing interface",
        phase: "practice",
        due: -44,
        reached: -46,
      },
      { key: "draft", title: "Draft the order-sync design", phase: "practice", due: -11, reached: -11 },
      {
        key: "guild",
        title: "Present the order-sync design at the guild",
        phase: "feedback",
        due: 2,
        moved: { on: -13, to: 9 },
      },
      {
        key: "comments",
        title: "Work in the guild’s comments",
        phase: "feedback",
        due: 17,
        moved: { on: -13, to: 24 },
      },
      { key: "lead", title: "Lead the returns design on my own", phase: "mastery", due: 66 },
    ],
  },
  {
    key: "code",
    title: "Write production code with confidence",
    why: "I can read what the team writes. I want a reviewer to trust what I write.",
    added: -350,
    due: 66,
    milestones: [
      { key: "course", title: "Finish the language course", phase: "discovery", due: -250, reached: -262 },
      {
        key: "first-change",
        title: "Get a first reviewed change merged",
        phase: "practice",
        due: -50,
        reached: -52,
      },
      { key: "feature", title: "Merge a feature with tests", phase: "practice", due: -4 },
      { key: "pair", title: "Pair with two reviewers", phase: "feedback", due: 16, owner: "both" },
      {
        key: "service",
        title: "Own a service for a sprint",
        phase: "mastery",
        due: 45,
        moved: { on: -27, to: 66 },
      },
    ],
  },
  {
    key: "speak",
    title: "Speak up in design reviews",
    why: "I usually know the answer on the way home. The room should hear it while it still helps.",
    added: -341,
    due: 73,
    milestones: [
      {
        key: "watch",
        title: "Watch three reviews and note who asks what",
        phase: "discovery",
        due: -190,
        reached: -187,
      },
      {
        key: "question",
        title: "Ask one question in each review for a month",
        phase: "practice",
        due: -38,
        reached: -39,
      },
      {
        key: "disagree",
        title: "Disagree once, in writing, with a reason",
        phase: "practice",
        due: -20,
        reached: -25,
      },
      {
        key: "reviewers",
        title: "Ask two reviewers how my questions land",
        phase: "feedback",
        due: -9,
        reached: -15,
      },
      { key: "chair", title: "Chair one review", phase: "mastery", due: 73 },
    ],
  },
  {
    key: "handover",
    title: "Hand over admin work",
    why: "The reorganisation gave my old tasks a new home. Without handing them over there is no room for the rest.",
    added: -28,
    due: 52,
    milestones: [
      { key: "list", title: "List what only I can do", phase: "discovery", due: -21, reached: -24 },
      { key: "priya", title: "Train Priya on access requests", phase: "practice", due: -10, reached: -10 },
      {
        key: "quiet",
        title: "Two weeks without an escalation to me",
        phase: "feedback",
        due: 24,
        owner: "both",
      },
      { key: "on-call", title: "Hand over the on-call", phase: "mastery", due: 52 },
    ],
  },
];

/** Four goals with twenty milestones in their four phases: eleven reached, one past its date. */
export function goalWrites(clock: SampleClock, mentorshipId: Id): PastWrite[] {
  const writes: PastWrite[] = [];
  for (const [order, goal] of goals.entries()) {
    const goalId = `sample-goal-${goal.key}`;
    const addedAt = clock.at(goal.added, "18:05");
    writes.push({
      table: "goals",
      id: goalId,
      patch: {
        mentorshipId,
        title: goal.title,
        why: goal.why,
        status: "open",
        dueOn: clock.on(goal.due),
        order,
      },
      at: addedAt,
      did: "addGoal",
    });
    for (const [rank, milestone] of goal.milestones.entries()) {
      writes.push(
        ...milestoneWrites(clock, milestone, { mentorshipId, goalId, rank }, addedAt + (rank + 1) * 60_000),
      );
    }
  }
  return writes;
}

function milestoneWrites(
  clock: SampleClock,
  story: MilestoneStory,
  place: { mentorshipId: Id; goalId: Id; rank: number },
  addedAt: number,
): PastWrite[] {
  const of = { table: "milestones" as const, id: `sample-milestone-${story.key}` };
  const writes: PastWrite[] = [
    {
      ...of,
      patch: {
        mentorshipId: place.mentorshipId,
        goalId: place.goalId,
        title: story.title,
        phase: story.phase,
        dueOn: clock.on(story.due),
        owner: story.owner ?? "me",
        status: "open",
        order: place.rank,
      },
      at: addedAt,
      did: "addMilestone",
    },
  ];
  if (story.moved) {
    writes.push({
      ...of,
      patch: { dueOn: clock.on(story.moved.to) },
      at: clock.at(story.moved.on, "09:10") + place.rank * 60_000,
      did: "moveMilestone",
    });
  }
  if (story.reached !== undefined) {
    const reachedAt = clock.at(story.reached, "16:40");
    writes.push({ ...of, patch: { status: "reached", reachedAt }, at: reachedAt, did: "completeMilestone" });
  }
  return writes;
}
