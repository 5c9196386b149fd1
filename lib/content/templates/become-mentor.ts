import type { ShippedTemplate } from "./shipped-template.ts";

export const becomeMentor: ShippedTemplate = {
  key: "become-mentor",
  name: "Become a mentor",
  about:
    "For whoever was helped on and wants to pass it on: from what you have to give to a first mentorship of your own.",
  goals: [
    {
      title: "Guide somebody for the first time",
      kind: "soft",
      horizon: "long",
      why: "What I was given should not end with me.",
      outcome: "A first mentorship with an agreement and three meetings",
      milestones: [
        {
          title: "Write down what helped me most, and what did not",
          phase: "discovery",
          day: 14,
          owner: "me",
          must: true,
        },
        {
          title: "Sit in on a conversation that my mentor leads",
          phase: "discovery",
          day: 42,
          owner: "both",
          must: false,
        },
        {
          title: "Practise listening without solving for one month",
          phase: "practice",
          day: 70,
          owner: "me",
          must: true,
        },
        {
          title: "Find a colleague who would like to be accompanied",
          phase: "practice",
          day: 84,
          owner: "me",
          must: true,
        },
        {
          title: "Agree on goals and ground rules with them",
          phase: "feedback",
          day: 105,
          owner: "me",
          must: true,
        },
        {
          title: "Ask them what was useful after three meetings",
          phase: "mastery",
          day: 154,
          owner: "me",
          must: true,
        },
      ],
    },
  ],
};
