import { dropAside, keepAside } from "@/lib/browser/lifeboat-store.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { db } from "./database.ts";

/** Keeps the words of a note where they outlive this page, as long as the database does not take them. */
export function createNoteAside(meetingId: Id) {
  const id = db.newId();
  return {
    /** @param before what is known to be stored */
    async keep(text: string, before: string): Promise<void> {
      try {
        await keepAside({ kind: "note", id, at: db.now(), text, before, meetingId });
      } catch (error) {
        reportError("note", error);
      }
    },
    drop: (): Promise<void> => dropAside(id),
  };
}

export type NoteAside = ReturnType<typeof createNoteAside>;
