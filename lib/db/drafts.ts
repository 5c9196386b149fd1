import type { Draft } from "@/lib/domain/draft.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";

/**
 * Keeps what stands in a capture line, from its first key on; an empty line is forgotten. Written natively and committed at once when the
 * connection is open, because a popup may be gone before an asynchronous write has begun; nobody watches drafts live.
 */
export function keepDraft(db: MilepostDb, draft: Pick<Draft, "id" | "kind" | "text">): void {
  const row: Draft = { ...draft, updatedAt: db.now() };
  const backend = db.isOpen() ? db.backendDB() : null;
  if (!backend) {
    // Not open yet: Dexie opens and writes in the order of the calls, so a later key still wins.
    void (draft.text ? db.drafts.put(row) : db.drafts.delete(draft.id));
    return;
  }
  const transaction = backend.transaction("drafts", "readwrite", { durability: "strict" });
  if (draft.text) transaction.objectStore("drafts").put(row);
  else transaction.objectStore("drafts").delete(draft.id);
  transaction.commit();
}

export function draftOf(db: MilepostDb, id: Id): Promise<Draft | undefined> {
  return db.drafts.get(id);
}
