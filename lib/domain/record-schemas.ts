import { Commitment } from "./commitment.ts";
import { Entry } from "./entry.ts";
import { Goal } from "./goal.ts";
import { Meeting } from "./meeting.ts";
import { Mentorship } from "./mentorship.ts";
import { Milestone } from "./milestone.ts";
import { Note } from "./note.ts";
import { Person } from "./person.ts";
import { Topic } from "./topic.ts";
import type { TableName } from "./records.ts";

/**
 * The schema of each logged table. What is not here is local to one browser. Apart from the names of the tables, so that
 * a page which only writes does not load the parser.
 */
export const recordSchemas = {
  people: Person,
  mentorships: Mentorship,
  goals: Goal,
  milestones: Milestone,
  meetings: Meeting,
  notes: Note,
  topics: Topic,
  entries: Entry,
  commitments: Commitment,
} as const satisfies Record<TableName, unknown>;
