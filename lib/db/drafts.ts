import type { Draft } from "@/lib/domain/draft.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";

/** What was typed before the database was open, the latest of each line. */
const early = new WeakMap<MilepostDb, Map<Id, Draft>>();

/**
 * Keeps what stands in a capture line, from its first key on; an empty line is forgotten. Written natively and committed
 * at once, because a popup may be gone before an asynchronous write has begun; nobody watches drafts live. What is typed
 * in the moment before the database is open waits for it, and never overtakes a later key.
 */
export function keepDraft(db: MilepostDb, draft: Pick<Draft, "id" | "kind" | "text">): void {
  const row: Draft = { ...draft, updatedAt: db.now() };
  const waiting = early.get(db);
  if (db.isOpen()) {
    waiting?.delete(row.id);
    write(db, row);
    return;
  }
  if (waiting) {
    waiting.set(row.id, row);
    return;
  }
  const rows = new Map([[row.id, row]]);
  early.set(db, rows);
  db.open().then(
    () => {
      early.delete(db);
      for (const each of rows.values()) write(db, each);
    },
    // That it does not open is told by whoever opened it; the words stay in the line.
    () => early.delete(db),
  );
}

function write(db: MilepostDb, row: Draft): void {
  const transaction = db.backendDB().transaction("drafts", "readwrite", { durability: "relaxed" });
  if (row.text) transaction.objectStore("drafts").put(row);
  else transaction.objectStore("drafts").delete(row.id);
  transaction.commit();
}

export async function draftOf(db: MilepostDb, id: Id): Promise<Draft | undefined> {
  const waiting = early.get(db)?.get(id);
  if (!waiting) return db.drafts.get(id);
  return waiting.text ? waiting : undefined;
}
