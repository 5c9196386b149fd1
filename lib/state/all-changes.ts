import { signal } from "@preact/signals";
import { recentActs } from "@/lib/db/history.ts";
import { titleWords } from "./checklist-words.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { historyPath } from "./route.ts";

const pageSize = 100;
/** So many records of one act are named; a whole mentorship would fill the page. */
const namedRecords = 6;

/** What was done, the latest first, with ways to the records it was done to. */
export function createAllChanges() {
  const limit = signal(pageSize);
  const view = liveSignal(async () => {
    const [{ acts, more }, people, identity] = await Promise.all([
      recentActs(db, limit.peek()),
      db.people.toArray(),
      db.metaOf("identity"),
    ]);
    const names = new Map(people.map((person) => [person.id, person.name]));
    return {
      more,
      acts: acts.map(({ act, did, why, author, at, tookBack, records }) => ({
        act,
        did,
        why,
        at,
        tookBack,
        by: author === identity?.me ? null : (names.get(author) ?? ""),
        total: records.length,
        records: records.slice(0, namedRecords).map(({ table, id, row }) => ({
          table,
          id,
          path: historyPath(table, id),
          title: row ? titleWords(table, row) : "",
        })),
      })),
    };
  }, limit);
  return {
    view,
    showMore(): void {
      limit.value += pageSize;
    },
  };
}

export type AllChangesModel = ReturnType<typeof createAllChanges>;
