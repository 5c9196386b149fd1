import type { ShippedTemplate } from "./shipped-template.ts";

export const firstNinetyDays: ShippedTemplate = {
  key: "first-90-days",
  name: "First 90 days",
  about:
    "For a new place: learn the people and the work first, deliver one thing that counts, and look back together.",
  goals: [
    {
      title: "Know the people and the work",
      kind: "soft",
      horizon: "short",
      outcome: "A map of who needs what from me",
      milestones: [
        {
          title: "Meet the ten people my work depends on",
          phase: "discovery",
          day: 14,
          owner: "me",
          must: true,
        },
        {
          title: "Agree with my manager on what good looks like",
          phase: "practice",
          day: 21,
          owner: "me",
          must: true,
        },
        { title: "Ask three of them how it is going", phase: "feedback", day: 45, owner: "me", must: true },
        {
          title: "Look back on the first three months together",
          phase: "mastery",
          day: 90,
          owner: "both",
          must: true,
        },
      ],
    },
    {
      title: "Deliver one thing that counts",
      kind: "technical",
      horizon: "short",
      outcome: "One to three results that can be measured after 90 days",
      milestones: [
        {
          title: "Choose the deliverable, with its measure",
          phase: "discovery",
          day: 21,
          owner: "both",
          must: true,
        },
        { title: "Show a first version", phase: "practice", day: 45, owner: "me", must: true },
        { title: "Work in what was said about it", phase: "feedback", day: 63, owner: "me", must: true },
        { title: "Deliver it, and say what came of it", phase: "mastery", day: 84, owner: "me", must: true },
      ],
    },
  ],
};
