import type { Activity } from "./activity.ts";
import type { Agreement } from "./agreement.ts";
import type { Check } from "./check.ts";
import type { Commitment } from "./commitment.ts";
import type { Entry } from "./entry.ts";
import type { Evidence } from "./evidence.ts";
import type { Expectation } from "./expectation.ts";
import type { Goal } from "./goal.ts";
import type { InventoryItem } from "./inventory.ts";
import type { Measurement } from "./measurement.ts";
import type { Meeting } from "./meeting.ts";
import type { Mentorship } from "./mentorship.ts";
import type { Metric } from "./metric.ts";
import type { Milestone } from "./milestone.ts";
import type { Note } from "./note.ts";
import type { Picture } from "./picture.ts";
import type { Person } from "./person.ts";
import type { Reminder } from "./reminder.ts";
import type { Question } from "./question.ts";
import type { Resource } from "./resource.ts";
import type { Review } from "./review.ts";
import type { RoadmapTemplate } from "./roadmap-template.ts";
import type { RoomChoice } from "./room-choice.ts";
import type { Shared } from "./shared.ts";
import type { Skill } from "./skill.ts";
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
  inventory: InventoryItem;
  checks: Check;
  skills: Skill;
  metrics: Metric;
  measurements: Measurement;
  evidence: Evidence;
  expectations: Expectation;
  agreements: Agreement;
  resources: Resource;
  activities: Activity;
  reviews: Review;
  templates: RoadmapTemplate;
  reminders: Reminder;
  rooms: RoomChoice;
  pictures: Picture;
  questions: Question;
  shared: Shared;
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
  "inventory",
  "checks",
  "skills",
  "metrics",
  "measurements",
  "evidence",
  "expectations",
  "agreements",
  "resources",
  "activities",
  "reviews",
  "templates",
  "reminders",
  "rooms",
  "pictures",
  "questions",
  "shared",
];
