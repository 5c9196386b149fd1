import type { ShippedTemplate } from "./shipped-template.ts";

/** After the plan of Carla: four steps from one role to the next. */
export const newRole: ShippedTemplate = {
  key: "new-role",
  name: "Move to a new role",
  about:
    "For somebody who knows the house and wants another chair in it: learn, ask, show, and make the request.",
  goals: [
    {
      title: "Move to the new role",
      kind: "technical",
      horizon: "medium",
      why: "I want to be trusted with the work that I have been watching.",
      outcome: "A transfer to the team of the new role",
      milestones: [
        {
          title: "Shore up the skills that the role needs",
          phase: "discovery",
          day: 56,
          owner: "me",
          must: true,
        },
        {
          title: "Convince my manager to give me a task of that role",
          phase: "practice",
          day: 77,
          owner: "me",
          must: true,
        },
        {
          title: "Complete that task with flying colours",
          phase: "feedback",
          day: 126,
          owner: "me",
          must: true,
        },
        { title: "Ask for the transfer to the team", phase: "mastery", day: 147, owner: "me", must: true },
      ],
    },
  ],
};
