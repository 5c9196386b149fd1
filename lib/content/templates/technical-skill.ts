import type { ShippedTemplate } from "./shipped-template.ts";

export const technicalSkill: ShippedTemplate = {
  key: "technical-skill",
  name: "Grow one technical skill",
  about: "For a craft that shows in work: learn the basics, do it beside somebody, be reviewed, then own it.",
  goals: [
    {
      title: "Be trusted with the skill",
      kind: "technical",
      horizon: "short",
      outcome: "A piece of work in daily use that I made on my own",
      milestones: [
        { title: "Work through one good introduction", phase: "discovery", day: 21, owner: "me", must: true },
        {
          title: "Shadow somebody for two sessions",
          phase: "discovery",
          day: 28,
          owner: "both",
          must: false,
        },
        {
          title: "Do a small real task with somebody beside me",
          phase: "practice",
          day: 49,
          owner: "both",
          must: true,
        },
        { title: "Do a second one alone", phase: "practice", day: 70, owner: "me", must: true },
        {
          title: "Have it reviewed, and work in what was said",
          phase: "feedback",
          day: 84,
          owner: "me",
          must: true,
        },
        { title: "Own a piece of it for a month", phase: "mastery", day: 119, owner: "me", must: true },
      ],
    },
  ],
};
