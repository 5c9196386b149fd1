import type { ShippedTemplate } from "./shipped-template.ts";

export const launch: ShippedTemplate = {
  key: "launch",
  name: "Launch or raise",
  about:
    "For a product that is to meet its first users, or a round that is to be raised: proof first, then the asking.",
  goals: [
    {
      title: "Launch to the first users",
      kind: "technical",
      horizon: "short",
      outcome: "Ten people use it without being asked to",
      milestones: [
        {
          title: "Talk to ten people who have the problem",
          phase: "discovery",
          day: 21,
          owner: "me",
          must: true,
        },
        {
          title: "Put the smallest useful version in front of three",
          phase: "practice",
          day: 56,
          owner: "me",
          must: true,
        },
        {
          title: "Write down what each of them did, not what they said",
          phase: "feedback",
          day: 70,
          owner: "me",
          must: true,
        },
        { title: "Open it to everybody on the list", phase: "mastery", day: 98, owner: "me", must: true },
      ],
    },
    {
      title: "Raise what the next year needs",
      kind: "other",
      horizon: "medium",
      outcome: "The amount is committed in writing",
      milestones: [
        {
          title: "Work out how much is needed, and for what",
          phase: "discovery",
          day: 42,
          owner: "me",
          must: true,
        },
        {
          title: "Pitch to my mentor, with the clock running",
          phase: "practice",
          day: 77,
          owner: "both",
          must: true,
        },
        {
          title: "Pitch to five people who will say no kindly",
          phase: "feedback",
          day: 112,
          owner: "me",
          must: true,
        },
        { title: "Close the round", phase: "mastery", day: 180, owner: "me", must: true },
      ],
    },
  ],
};
