import { nextMeeting } from "@/lib/domain/carry-over.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";
import type { Hit } from "./search-groups.ts";

/** What stands around records that were found: with whom, of which goal, in which meeting. */
export interface SearchContext {
  me: Id | undefined;
  /** The other person's name, by mentorship. */
  names: ReadonlyMap<Id, string>;
  goals: ReadonlyMap<Id, string>;
  meetings: ReadonlyMap<Id, string>;
  /** The meeting that open topics of a mentorship wait for. */
  next: ReadonlyMap<Id, Id>;
}

export function contextOf(db: MilepostDb, hits: readonly Hit[]): Promise<SearchContext> {
  const idsIn = (...fields: readonly string[]): Id[] => {
    const ids = hits.flatMap(({ row }) => fields.map((field) => row[field]));
    return [...new Set(ids.filter((id) => typeof id === "string"))];
  };
  return db.transaction("r", [db.people, db.mentorships, db.goals, db.meetings, db.meta], async () => {
    const [identity, people, mentorships, goals, meetings, planned] = await Promise.all([
      db.metaOf("identity"),
      db.people.toArray(),
      db.mentorships.toArray(),
      db.goals.bulkGet(idsIn("goalId")),
      db.meetings.bulkGet(idsIn("meetingId", "discussedIn")),
      hits.some(({ table }) => table === "topics")
        ? db.meetings.where("[status+startsOn]").between(["planned", ""], ["planned", "\uFFFF"]).toArray()
        : [],
    ]);
    const peopleById = new Map(people.map((row) => [row.id, row.name]));
    const ahead = Map.groupBy(
      planned.filter((row) => !row.deletedAt),
      (row) => row.mentorshipId,
    );
    const titles = (rows: readonly ({ id: Id; title: string } | undefined)[]): Map<Id, string> =>
      new Map(rows.flatMap((row) => (row ? [[row.id, row.title]] : [])));
    return {
      me: identity?.me,
      names: new Map(mentorships.map((row) => [row.id, peopleById.get(row.partnerId) ?? ""])),
      goals: titles(goals),
      meetings: titles(meetings),
      next: new Map(
        [...ahead].flatMap(([id, rows]) => {
          const next = nextMeeting(rows, db.now());
          return next ? [[id, next.id]] : [];
        }),
      ),
    };
  });
}
