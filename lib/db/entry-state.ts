import type { Id } from "@/lib/domain/envelope.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { EntryState } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";

/** Says how far a piece of advice is, or what became of an obstacle. */
export function setEntryState(db: MilepostDb, id: Id, state: EntryState): Promise<Id | null> {
  return mutate(db, { did: "setEntryState" }, () => [{ table: "entries", id, patch: { state } }]);
}

/** Takes up a piece of advice: it becomes a promise of one's own, once, and is being tried. */
export function tryAdvice(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "tryAdvice" }, async () => {
    const entry = await db.entries.get(id);
    if (!entry || entry.deletedAt) throw new UserError("notFound");
    const promised = await db.commitments.filter((row) => row.fromId === id && !row.deletedAt).count();
    const { mentorshipId, text, confidential } = entry;
    return [
      { table: "entries", id, patch: { state: "trying" } },
      ...(promised > 0
        ? []
        : [
            {
              table: "commitments" as const,
              id: db.newId(),
              patch: {
                mentorshipId,
                title: topicTitle(text),
                owner: "me" as const,
                must: true,
                dueOn: null,
                status: "open" as const,
                fromTable: "entries",
                fromId: id,
                ...(confidential ? { confidential } : {}),
              },
            },
          ]),
    ];
  });
}

/** What came of a promise, to report back; what was tried on advice is thereby applied. */
export function reportBack(db: MilepostDb, id: Id, result: string): Promise<Id | null> {
  return mutate(db, { did: "editCommitment" }, async () => {
    const promise = await db.commitments.get(id);
    if (!promise) throw new UserError("notFound");
    const advice =
      promise.fromTable === "entries" && promise.fromId ? await db.entries.get(promise.fromId) : undefined;
    return [
      { table: "commitments", id, patch: { result: textFrom(result.trim()) } },
      ...(advice?.kind === "advice" && result.trim()
        ? [{ table: "entries" as const, id: advice.id, patch: { state: "applied" as const } }]
        : []),
    ];
  });
}
