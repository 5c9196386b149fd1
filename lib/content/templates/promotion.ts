import type { ShippedTemplate } from "./shipped-template.ts";

export const promotion: ShippedTemplate = {
  key: "promotion",
  name: "Promotion in place",
  about:
    "For the next step where you are: know what is expected, do it before the title, and make it easy to say yes.",
  goals: [
    {
      title: "Work at the next level",
      kind: "technical",
      horizon: "medium",
      outcome: "Two pieces of work that are visibly of the next level",
      milestones: [
        {
          title: "Write down what the next level does differently",
          phase: "discovery",
          day: 14,
          owner: "me",
          must: true,
        },
        { title: "Compare it with my manager’s view", phase: "discovery", day: 28, owner: "me", must: true },
        {
          title: "Take on one piece of work of that level",
          phase: "practice",
          day: 49,
          owner: "me",
          must: true,
        },
        {
          title: "Ask two colleagues what was missing",
          phase: "feedback",
          day: 91,
          owner: "me",
          must: false,
        },
        {
          title: "Lead a second piece from start to end",
          phase: "mastery",
          day: 154,
          owner: "me",
          must: true,
        },
      ],
    },
    {
      title: "Be seen for it",
      kind: "soft",
      horizon: "medium",
      outcome: "A page that says what I did and what came of it",
      milestones: [
        {
          title: "Find out who decides, and on what",
          phase: "discovery",
          day: 21,
          owner: "both",
          must: true,
        },
        {
          title: "Present a result to people outside the team",
          phase: "practice",
          day: 70,
          owner: "me",
          must: true,
        },
        {
          title: "Go through my case with my mentor",
          phase: "feedback",
          day: 126,
          owner: "both",
          must: true,
        },
        { title: "Hand in the case for the promotion", phase: "mastery", day: 168, owner: "me", must: true },
      ],
    },
  ],
};
