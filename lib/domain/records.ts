import type { Commitment } from "./commitment.ts";
import type { Entry } from "./entry.ts";
import type { Goal } from "./goal.ts";
import type { Meeting } from "./meeting.ts";
import type { Mentorship } from "./mentorship.ts";
import type { Milestone } from "./milestone.ts";
import type { Note } from "./note.ts";
import type { Person } from "./person.ts";
import type { Topic } from "./topic.ts";

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
