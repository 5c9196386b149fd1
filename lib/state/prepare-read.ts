import { becameRow, type Became } from "@/lib/db/became.ts";
import { expectedOf, sentenceOf } from "@/lib/db/expected.ts";
import { reflectionsOf } from "@/lib/db/entries.ts";
import { goalsOf } from "@/lib/db/goal-rows.ts";
import { inventoryRows } from "@/lib/db/inventory.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { ownRow } from "@/lib/db/self.ts";
import { skillsOf } from "@/lib/db/skills.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import { inventoryFor, type InventoryLine } from "@/lib/domain/inventory-lines.ts";
import { rapportMeetings } from "@/lib/domain/rapport.ts";
import { skillChange, skillGap } from "@/lib/domain/skill-rating.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { Skill } from "@/lib/domain/skill.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import { type InventoryKind, inventoryKinds } from "@/lib/domain/vocabulary.ts";
import { db } from "./database.ts";
import { partnerShort } from "./partner-name.ts";

/** All that the page of preparation shows, in one read. */
export async function readPrepare() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { mentorship } = focused;
  const { id } = mentorship;
  const [self, rows, expected, goals, skills, topics, meetings, reflections, sample] = await Promise.all([
    ownRow(db),
    inventoryRows(db),
    expectedOf(db, id),
    goalsOf(db, id),
    skillsOf(db, id),
    topicsOf(db, id),
    meetingsOf(db, id),
    reflectionsOf(db, id),
    db.metaOf("sample"),
  ]);
  const { lines, hidden } = inventoryFor(rows, id);
  const became = await Promise.all(lines.map(({ item }) => becameRow(db, id, item)));
  return {
    mentorship,
    partnerName: partnerShort(focused),
    self,
    lines: lines.map((line, index) => ({ line, became: became[index] ?? null })),
    hidden,
    expected,
    goals,
    skills,
    onAgenda: agendaKeys(topics),
    meetings,
    reflections,
    /** What is noted down while looking around goes with the sample, so nothing is written for all mentorships. */
    isSample: sample?.mentorshipId === id,
  };
}

type Read = NonNullable<Awaited<ReturnType<typeof readPrepare>>>;

/** What stands on the next agenda, by the record that it is about. */
export function agendaKeys(topics: readonly Topic[]): ReadonlySet<string> {
  return new Set(
    topics
      .filter((topic) => topic.state === "open" && topic.fromTable && topic.fromId)
      .map((topic) => `${topic.fromTable}/${topic.fromId}`),
  );
}

/** A line of any list of the page. */
export interface Line {
  id: Id;
  text: string;
  /** What a topic about it names: the general line where there is one, so that it is put on an agenda once. */
  origin: { table: TableName; id: Id };
  onAgenda: boolean;
}

export interface NotedLine extends Line {
  of: InventoryLine;
  became: Became | null;
  /** When an idea for rapport was used, and in which meeting. */
  used: { on: Day; meeting: { id: Id; title: string } | null } | null;
}

export interface ExpectedLine extends Line {
  /** What it is about, where it was written on the board. */
  about: string | null;
}

export interface GoalLine extends Line {
  /** Names of the competencies that it builds. */
  skills: string[];
  /** The line that it was made of. */
  madeOf: string | null;
}

export interface SkillView extends Line {
  skill: Skill;
  gap: number | null;
  change: ReturnType<typeof skillChange>;
  goals: Pick<Goal, "id" | "title">[];
}

export function prepareViewOf(read: Read, today: Day) {
  const { mentorship, onAgenda } = read;
  const lineOf = (table: TableName, id: Id, text: string, originId = id): Line => ({
    id,
    text,
    origin: { table, id: originId },
    onAgenda: onAgenda.has(`${table}/${originId}`),
  });
  const noted = read.lines.map(({ line, became }): NotedLine => {
    const { item, general } = line;
    const meeting = read.meetings.find((each) => each.id === item.usedInId);
    return {
      ...lineOf("inventory", item.id, item.text, general?.id),
      of: line,
      became,
      used: item.usedOn ? { on: item.usedOn, meeting: meeting ?? null } : null,
    };
  });
  const madeOf = (goalId: Id): string | null =>
    read.lines.find(({ became }) => became?.table === "goals" && became.id === goalId)?.line.item.text ??
    null;
  const openGoals = read.goals.filter((goal) => goal.status === "open");
  const of = (kind: InventoryKind) => ({
    lines: noted.filter((line) => line.of.item.kind === kind),
    hidden: read.hidden.filter(({ item }) => item.kind === kind),
  });
  const expectedOfWhom = (whom: "me" | "them"): ExpectedLine[] =>
    read.expected
      .filter((row) => (row.of ?? "them") === whom)
      .map((row) => ({
        ...lineOf("expectations", row.id, sentenceOf(row)),
        about: row.of || !row.mine ? null : row.about,
      }));
  return {
    mentorshipId: mentorship.id,
    partnerName: read.partnerName,
    today,
    isSample: read.isSample,
    role: read.self?.role ?? "",
    ambition: read.self?.ambition ?? "",
    selfId: read.self?.id ?? null,
    targetRole: mentorship.targetRole ?? "",
    context: mentorship.context ?? "",
    noted: Object.fromEntries(inventoryKinds.map((kind) => [kind, of(kind)])) as Record<
      InventoryKind,
      ReturnType<typeof of>
    >,
    expected: { them: expectedOfWhom("them"), me: expectedOfWhom("me") },
    goals: openGoals.map((goal): GoalLine => ({
      ...lineOf("goals", goal.id, goal.title),
      skills: read.skills.filter((skill) => goal.skillIds?.includes(skill.id)).map((skill) => skill.name),
      madeOf: madeOf(goal.id),
    })),
    skills: read.skills.map((skill): SkillView => ({
      ...lineOf("skills", skill.id, skill.name),
      skill,
      gap: skillGap(skill),
      change: skillChange(skill),
      goals: read.goals.filter((goal) => goal.skillIds?.includes(skill.id)),
    })),
    rapport: rapportMeetings(read.meetings, db.now()),
    reflections: { count: read.reflections.length, lastAt: read.reflections[0]?.createdAt ?? null },
  };
}

export type PrepareView = ReturnType<typeof prepareViewOf>;
