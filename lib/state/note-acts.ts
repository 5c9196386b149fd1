import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { editBetween } from "@/lib/domain/text-edit.ts";
import { db } from "./database.ts";

/** Saves of one stretch of writing are one entry of the history. */
const stretchMs = 5 * 60_000;

/** More characters than this taken away at once begin a new entry. */
const longestRemoval = 20;

/** @returns which entry of the history it belongs to that `before` becomes `text` */
export function createNoteActs(): (before: string, text: string) => Id {
  let act: { id: Id; since: Instant } | undefined;
  return (before, text) => {
    const now = db.now();
    const edit = editBetween(before, text);
    // What was taken away stays readable in the entry before.
    if (edit && edit.to - edit.from > longestRemoval) act = undefined;
    if (!act || now - act.since > stretchMs) act = { id: db.newId(), since: now };
    return act.id;
  };
}
