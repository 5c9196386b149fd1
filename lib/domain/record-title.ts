import type { Patch } from "./change.ts";
import { shortLine } from "./one-line.ts";
import type { TableName } from "./records.ts";

/** The field that says in a record's own words what it is; a note says it by its first line. */
const titleFields: Record<TableName, string> = {
  people: "name",
  mentorships: "destination",
  goals: "title",
  milestones: "title",
  meetings: "title",
  notes: "text",
  topics: "title",
  entries: "text",
  commitments: "title",
  inventory: "text",
  checks: "text",
  skills: "name",
  metrics: "name",
  measurements: "on",
  evidence: "text",
  expectations: "about",
  agreements: "priorities",
  resources: "title",
  activities: "title",
  reviews: "text",
  templates: "name",
  reminders: "text",
  rooms: "key",
  pictures: "name",
  questions: "text",
  shared: "title",
};

const longestTitle = 120;

/** The words that a record is known by, cut to one line; empty where it has none. */
export function recordTitle(table: TableName, row: Patch): string {
  const value = row[titleFields[table]];
  if (typeof value !== "string") return "";
  return shortLine(value.slice(0, 4 * longestTitle), longestTitle);
}
