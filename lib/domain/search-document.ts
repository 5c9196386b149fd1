import type { Patch } from "./change.ts";
import { dayOf } from "./civil-time.ts";
import type { Id } from "./envelope.ts";
import { parentsOf } from "./parents.ts";
import type { TableName } from "./records.ts";
import { searchFields } from "./search-fields.ts";
import { addWords, fold } from "./search-words.ts";

/** What a record is found by. */
export interface SearchDocument {
  table: TableName;
  id: Id;
  title: string;
  texts: string[];
  /** What filters look for, each a word that no text has; see {@link mark}. */
  marks: Set<string>;
}

export type MarkName = "table" | "kind" | "in" | "day" | "state" | "tag";

/** A word of the index for what is no text: the kind of a record, the goal that it belongs to. No text begins so. */
export function mark(name: MarkName, value: string): string {
  return `\u0002${name}:${value.replaceAll(/\p{Cc}/gu, "_").toWellFormed()}`;
}

/**
 * @param row raw, as it lies in the database or a backup
 * @param timeZone for what is known by the moment it was written
 */
export function searchDocument(table: TableName, row: Patch, timeZone: string): SearchDocument {
  const id = String(row["id"]);
  const fields = searchFields[table];
  const texts = fields.texts.map((name) => textIn(row[name]));
  if (table === "mentorships") texts.push(...listIn(row["visits"]).map((visit) => textIn(visit["why"])));
  if (table === "templates") texts.push(...templateTexts(row));
  // The private record that belongs to it is found, and nothing twice.
  if (table === "shared" && typeof row["ofId"] === "string") return emptyDocument(table, id);
  const found = { table, id, title: textIn(row[fields.title]), texts: texts.filter(Boolean) };
  return { ...found, marks: marksOf(table, row, timeZone, [found.title, ...found.texts]) };
}

function emptyDocument(table: TableName, id: Id): SearchDocument {
  return { table, id, title: "", texts: [], marks: new Set([mark("table", table)]) };
}

/** All words of the index that lead to a document. */
export function wordsOf({ title, texts, marks }: SearchDocument): Set<string> {
  const words = new Set(marks);
  addWords(title, words);
  for (const text of texts) addWords(text, words);
  return words;
}

/** How much there is to read, characters. */
export function lengthOf({ title, texts }: SearchDocument): number {
  return texts.reduce((sum, text) => sum + text.length, title.length);
}

/** What kinds a person can ask for by name, and what bears that name. */
const kindOfTable: Partial<Record<TableName, string>> = {
  people: "person",
  mentorships: "mentorship",
  goals: "goal",
  milestones: "milestone",
  meetings: "meeting",
  notes: "note",
  commitments: "promise",
  inventory: "preparation",
  checks: "checklist",
  skills: "skill",
  metrics: "metric",
  measurements: "value",
  evidence: "evidence",
  expectations: "expectation",
  agreements: "agreement",
  resources: "resource",
  activities: "activity",
  reviews: "review",
  templates: "template",
  reminders: "reminder",
  pictures: "picture",
  questions: "question",
  shared: "shared",
};

function kindsOf(table: TableName, row: Patch): string[] {
  const own = kindOfTable[table];
  if (own) return table === "commitments" ? [own, "action"] : [own];
  const kind = textIn(row["kind"]);
  if (table === "topics") return kind === "question" ? ["topic", "question"] : ["topic"];
  // A thought is called a note where it is written.
  return kind === "thought" ? ["thought", "note"] : [kind];
}

/** The names of all kinds, for whoever does not know them. */
export const searchKinds: readonly string[] = [
  ...Object.values(kindOfTable),
  "action",
  "topic",
  "question",
  "thought",
  "decision",
  "advice",
  "feedback",
  "win",
  "lesson",
  "outcome",
  "reflection",
  "concern",
];

const openStates = new Set(["open", "proposed", "planned", "toDo", "doing", "toDiscuss", "draft"]);
const doneStates = new Set(["reached", "done", "held", "discussed", "aligned", "realigned", "agreed"]);

function marksOf(table: TableName, row: Patch, timeZone: string, texts: readonly string[]): Set<string> {
  const marks = new Set([mark("table", table), mark("in", `${table}/${String(row["id"])}`)]);
  for (const kind of kindsOf(table, row)) marks.add(mark("kind", kind));
  for (const [name, id] of parentsOf(table, row)) marks.add(mark("in", `${name}/${id}`));
  // Not its parent, but what it is for.
  if (typeof row["goalId"] === "string") marks.add(mark("in", `goals/${row["goalId"]}`));
  if (typeof row["deletedAt"] === "number") marks.add(mark("state", "trash"));
  const state = textIn(row["status"]) || textIn(row["state"]) || stateWithout(table);
  if (openStates.has(state)) marks.add(mark("state", "open"));
  if (doneStates.has(state)) marks.add(mark("state", "done"));
  const day = dayOfRow(row, timeZone);
  if (day) marks.add(mark("day", day));
  for (const tag of tagsOf(row, texts)) marks.add(mark("tag", fold(tag)));
  return marks;
}

/** Of rows of an older version, which lack what they begin with. */
function stateWithout(table: TableName): string {
  return table === "goals" || table === "milestones" || table === "commitments" ? "open" : "";
}

/** The day that a record is about, or else was written. */
function dayOfRow(row: Patch, timeZone: string): string | null {
  for (const name of ["on", "dueOn", "startsOn"]) {
    const day = row[name];
    if (typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day)) return day;
  }
  const at = row["happenedAt"] ?? row["createdAt"];
  return typeof at === "number" && Number.isInteger(at) && Math.abs(at) < 8.64e15
    ? dayOf(at, timeZone)
    : null;
}

const hashtag = /(?:^|\s)#([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,63})/gu;

function tagsOf(row: Patch, texts: readonly string[]): string[] {
  const tags = Array.isArray(row["tags"]) ? row["tags"].map(textIn).filter(Boolean) : [];
  for (const text of texts) {
    if (text.includes("#")) for (const [, tag = ""] of text.matchAll(hashtag)) tags.push(tag);
  }
  return tags;
}

function templateTexts(row: Patch): string[] {
  return listIn(row["goals"]).flatMap((goal) => [
    textIn(goal["title"]),
    textIn(goal["why"]),
    textIn(goal["outcome"]),
    ...listIn(goal["milestones"]).map((milestone) => textIn(milestone["title"])),
  ]);
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function listIn(value: unknown): Patch[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "object" && each !== null) : [];
}
