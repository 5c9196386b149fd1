import { Activity } from "./activity.ts";
import { Agreement } from "./agreement.ts";
import { Check } from "./check.ts";
import { Commitment } from "./commitment.ts";
import { Entry } from "./entry.ts";
import { Evidence } from "./evidence.ts";
import { Expectation } from "./expectation.ts";
import { Goal } from "./goal.ts";
import { InventoryItem } from "./inventory.ts";
import { Measurement } from "./measurement.ts";
import { Meeting } from "./meeting.ts";
import { Mentorship } from "./mentorship.ts";
import { Metric } from "./metric.ts";
import { Milestone } from "./milestone.ts";
import { Note } from "./note.ts";
import { Person } from "./person.ts";
import { Reminder } from "./reminder.ts";
import { Question } from "./question.ts";
import { Resource } from "./resource.ts";
import { Review } from "./review.ts";
import { RoadmapTemplate } from "./roadmap-template.ts";
import { RoomChoice } from "./room-choice.ts";
import { Shared } from "./shared.ts";
import { Skill } from "./skill.ts";
import { Picture } from "./picture.ts";
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
  inventory: InventoryItem,
  checks: Check,
  skills: Skill,
  metrics: Metric,
  measurements: Measurement,
  evidence: Evidence,
  expectations: Expectation,
  agreements: Agreement,
  resources: Resource,
  activities: Activity,
  reviews: Review,
  templates: RoadmapTemplate,
  reminders: Reminder,
  rooms: RoomChoice,
  pictures: Picture,
  questions: Question,
  shared: Shared,
} as const satisfies Record<TableName, unknown>;
