import { Commitment } from "./commitment.ts";
import { Entry } from "./entry.ts";
import { Goal } from "./goal.ts";
import { Meeting } from "./meeting.ts";
import { Mentorship } from "./mentorship.ts";
import { Milestone } from "./milestone.ts";
import { Note } from "./note.ts";
import { Person } from "./person.ts";
import { Topic } from "./topic.ts";

/** The schema of each logged table. What is not here is local to one browser. */
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

export interface Records {
  people: Person;
  mentorships: Mentorship;
  goals: Goal;
  milestones: Milestone;
  meetings: Meeting;
  notes: Note;
  topics: Topic;
  entries: Entry;
  commitments: Commitment;
}

export type TableName = keyof Records;

/** In the order in which parents come before what belongs to them. */
export const tableNames: readonly TableName[] = [
  "people",
  "mentorships",
  "goals",
  "milestones",
  "meetings",
  "notes",
  "topics",
  "entries",
  "commitments",
];
