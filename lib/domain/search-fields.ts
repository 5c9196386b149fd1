import type { TableName } from "./records.ts";

/** The words of a record: what it is called, and what else was written into it. */
interface Searched {
  title: string;
  texts: readonly string[];
}

/**
 * The fields that a record is found by. A test holds them against the schemas, so that a new text is either here or among
 * those that are left out on purpose.
 */
export const searchFields: Record<TableName, Searched> = {
  people: {
    title: "name",
    texts: [
      "role",
      "notes",
      "howMet",
      "journey",
      "excites",
      "priorities",
      "ambition",
      "links",
      "introWho",
      "introWhy",
      "introAsk",
      "introOffer",
    ],
  },
  mentorships: { title: "destination", texts: ["targetRole", "scope", "context"] },
  goals: {
    title: "title",
    texts: ["why", "outcome", "measure", "strategy", "showBy", "ratingNote", "progressNote"],
  },
  milestones: { title: "title", texts: ["worked", "didNot", "adjust"] },
  meetings: { title: "title", texts: ["focus", "notHeldWhy"] },
  notes: { title: "", texts: ["text"] },
  topics: { title: "title", texts: ["homework", "answer"] },
  entries: { title: "", texts: ["text"] },
  commitments: { title: "title", texts: ["result"] },
  inventory: { title: "text", texts: [] },
  checks: { title: "text", texts: [] },
  skills: { title: "name", texts: [] },
  metrics: { title: "name", texts: ["unit"] },
  measurements: { title: "note", texts: [] },
  evidence: { title: "text", texts: ["url"] },
  expectations: { title: "about", texts: ["mine", "theirs"] },
  agreements: {
    title: "",
    texts: [
      "priorities",
      "focus",
      "measures",
      "meetings",
      "roles",
      "duration",
      "communication",
      "groundRules",
      "confidentiality",
      "boundaries",
      "reciprocity",
      "feedback",
      "concerns",
      "ending",
      "accommodations",
      "reason",
    ],
  },
  resources: { title: "title", texts: ["takeaway", "url"] },
  activities: { title: "title", texts: ["text"] },
  reviews: { title: "", texts: ["lessons", "text"] },
  templates: { title: "name", texts: ["about"] },
  reminders: { title: "text", texts: [] },
  rooms: { title: "", texts: [] },
  pictures: { title: "name", texts: [] },
  questions: { title: "text", texts: ["set"] },
  shared: { title: "title", texts: ["text", "url"] },
};

/** Texts that nobody looks for: keys, links to rooms, names of rules, copies of what is found where it stands. */
export const unsearchedFields: Partial<Record<TableName, readonly string[]>> = {
  people: ["timeZone"],
  mentorships: ["roomUrl", "roomKey"],
  goals: ["template"],
  meetings: ["timeZone", "roomUrl", "roomKey", "uid", "focusTable"],
  entries: ["source"],
  commitments: ["source", "fromTable"],
  topics: ["fromTable"],
  inventory: ["becameTable"],
  checks: ["item"],
  agreements: ["myName", "theirName", "baseline"],
  activities: ["suggestion"],
  reminders: ["aboutTable", "time", "timeZone"],
  rooms: ["key"],
  pictures: ["data"],
  shared: ["kind", "state", "ofTable"],
};
