import type { Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { mark, type SearchDocument } from "@/lib/domain/search-document.ts";
import { hasWords, type MarkFilter, type Term, type Wanted } from "@/lib/domain/search-match.ts";
import { type SearchQuery, wordsToConditions } from "@/lib/domain/search-query.ts";
import type { MilepostDb } from "./database.ts";

/** What a query asks for, with the people and goals that it names. Call inside a transaction. */
export async function wantedFrom(db: MilepostDb, query: SearchQuery): Promise<Wanted> {
  const filters: MarkFilter[] = [];
  const anyOf = (terms: readonly Term[]): void => void filters.push({ anyOf: terms });
  if (query.kinds.length > 0) anyOf(query.kinds.map((kind) => exactly(mark("kind", kind))));
  if (query.tags.length > 0) anyOf(query.tags.map((tag) => ({ word: mark("tag", tag), prefix: true })));
  const states = query.states.filter((state) => state !== "trash");
  if (states.length > 0) anyOf(states.map((state) => exactly(mark("state", state))));
  if (query.days) filters.push({ days: query.days });
  if (query.people.length > 0) anyOf(await ofPeople(db, query.people));
  if (query.goals.length > 0) anyOf(await ofGoals(db, query.goals));
  // A filter that means nothing finds nothing, rather than everything.
  if (query.unknown.length > 0) anyOf([]);
  if (query.states.includes("trash")) anyOf([exactly(mark("state", "trash"))]);
  const hidden = query.states.includes("trash") ? [] : [mark("state", "trash"), ...(await inTrash(db))];
  return { conditions: query.conditions, filters, without: hidden };
}

function exactly(word: string): Term {
  return { word, prefix: false };
}

function belongingTo(table: TableName, id: Id): Term {
  return exactly(mark("in", `${table}/${id}`));
}

/** Those whose name has the words, and all of the mentorships with them. */
async function ofPeople(db: MilepostDb, names: readonly string[]): Promise<Term[]> {
  const [people, mentorships, identity] = await Promise.all([
    db.people.toArray(),
    db.mentorships.toArray(),
    db.metaOf("identity"),
  ]);
  const found = new Set(people.filter((row) => isCalled(row.name, names)).map(({ id }) => id));
  const theirs = mentorships.filter((row) => row.partnerId !== identity?.me && found.has(row.partnerId));
  return [
    ...[...found].map((id) => belongingTo("people", id)),
    ...theirs.map(({ id }) => belongingTo("mentorships", id)),
  ];
}

async function ofGoals(db: MilepostDb, names: readonly string[]): Promise<Term[]> {
  const goals = await db.goals.toArray();
  return goals.filter((row) => isCalled(row.title, names)).map(({ id }) => belongingTo("goals", id));
}

function isCalled(title: unknown, names: readonly string[]): boolean {
  if (typeof title !== "string") return false;
  const document: SearchDocument = { table: "goals", id: "", title, texts: [], marks: new Set() };
  return names.some((name) => {
    const conditions = wordsToConditions(name);
    return conditions.length > 0 && hasWords(document, conditions);
  });
}

/**
 * The marks of what is out of sight since what it belongs to is in the trash. Read from the rows, so that it is right
 * also where the index is not yet.
 */
async function inTrash(db: MilepostDb): Promise<string[]> {
  const trashed = (table: TableName): Promise<Id[]> =>
    db.table(table).where("deletedAt").above(0).primaryKeys() as unknown as Promise<Id[]>;
  const [people, mentorships, goals, meetings, metrics] = await Promise.all([
    trashed("people"),
    trashed("mentorships"),
    trashed("goals"),
    trashed("meetings"),
    trashed("metrics"),
  ]);
  const gone = new Set(people);
  if (gone.size > 0) {
    const all = await db.mentorships.toArray();
    mentorships.push(
      ...all.filter((row) => gone.has(row.partnerId) || gone.has(row.meId)).map(({ id }) => id),
    );
  }
  if (goals.length > 0) {
    metrics.push(...(await db.metrics.where("goalId").anyOf(goals).primaryKeys()));
  }
  const marks = (table: TableName, ids: readonly Id[]): string[] =>
    ids.map((id) => belongingTo(table, id).word);
  return [
    ...marks("people", people),
    ...marks("mentorships", mentorships),
    ...marks("goals", goals),
    ...marks("meetings", meetings),
    ...marks("metrics", metrics),
  ];
}
