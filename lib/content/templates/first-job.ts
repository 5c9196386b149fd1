import type { ShippedTemplate } from "./shipped-template.ts";

/** After the plan of Adesh: five steps to a first job in a field that is new. */
export const firstJob: ShippedTemplate = {
  key: "first-job",
  name: "First job in a new field",
  about:
    "For somebody who changes fields: from finding out which role fits to sending the first applications.",
  goals: [
    {
      title: "Get my first job in the new field",
      kind: "other",
      horizon: "medium",
      why: "A field is only understood from the inside, and the first job is the door.",
      outcome: "A signed contract for a role that fits",
      milestones: [
        { title: "Figure out which role fits me best", phase: "discovery", day: 14, owner: "me", must: true },
        {
          title: "Assess which skills that role needs, and where I have a gap",
          phase: "discovery",
          day: 28,
          owner: "both",
          must: true,
        },
        { title: "Work on filling the gap", phase: "practice", day: 84, owner: "me", must: true },
        {
          title: "Write a new résumé for that role that shows those skills",
          phase: "feedback",
          day: 98,
          owner: "me",
          must: true,
        },
        { title: "Work out my plan for the job search", phase: "mastery", day: 112, owner: "me", must: true },
      ],
    },
  ],
};
