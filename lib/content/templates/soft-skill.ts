import type { ShippedTemplate } from "./shipped-template.ts";

export const softSkill: ShippedTemplate = {
  key: "soft-skill",
  name: "Grow one soft skill",
  about:
    "For one way of working with people, such as speaking up, listening or giving feedback. One skill at a time.",
  goals: [
    {
      title: "Speak up when it matters",
      kind: "soft",
      horizon: "short",
      why: "What I know should be heard while it still helps.",
      outcome: "Colleagues name a moment in which it changed something",
      milestones: [
        {
          title: "Watch three people who do it well, and note how",
          phase: "discovery",
          day: 14,
          owner: "me",
          must: true,
        },
        {
          title: "Choose two situations of each week to try it in",
          phase: "discovery",
          day: 21,
          owner: "me",
          must: true,
        },
        {
          title: "Try it for four weeks, with one line after each time",
          phase: "practice",
          day: 49,
          owner: "me",
          must: true,
        },
        {
          title: "Ask three colleagues what they noticed",
          phase: "feedback",
          day: 56,
          owner: "me",
          must: true,
        },
        { title: "Do it in the hardest of the rooms", phase: "mastery", day: 84, owner: "me", must: true },
      ],
    },
  ],
};
