import { Dexie, RangeSet } from "dexie";
import { applyWrite } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Note } from "@/lib/domain/note.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MetaOf, MilepostDb } from "./database.ts";
import { textFrom } from "./input.ts";
import { ensureIdentity, mutate } from "./mutate.ts";

/** What an editor holds of the note it edits, enough to save it without asking the database first. */
export interface OpenNote {
  meeting: Pick<Meeting, "id" | "mentorshipId">;
  identity: MetaOf<"identity">;
  /** The row as last read, `undefined` before the first save. */
  row: Note | undefined;
  clock: Stamp | undefined;
}

/** Reads the user's own note of a meeting, to edit it. Makes nothing but the identity of a fresh database. */
export function openNote(db: MilepostDb, meeting: Pick<Meeting, "id" | "mentorshipId">): Promise<OpenNote> {
  return db.transaction("rw", [db.notes, db.meta], async () => {
    const identity = await ensureIdentity(db);
    const row = await db.notes.get(noteId(meeting.id, identity.me));
    return { meeting, identity, row, clock: (await db.metaOf("clock"))?.last };
  });
}

/** The row of an open note as it stands in the database, for whoever watches it change. */
export function noteRow(db: MilepostDb, note: OpenNote): Promise<Note | undefined> {
  return db.notes.get(noteId(note.meeting.id, note.identity.me));
}

/**
 * Saves the text of a note, and brings `note` up to date for the last words that may follow.
 * @param act one stretch of writing, so that its saves stay one entry of the history
 */
export async function saveNoteText(
  db: MilepostDb,
  note: OpenNote,
  text: string,
  act: Id,
): Promise<Id | null> {
  const write = writeOf(note, textFrom(text));
  const saved = await mutate(db, { did: "writeNote", act }, async () => {
    if (!(await db.meetings.get(note.meeting.id))) throw new UserError("notFound");
    return [write];
  });
  [note.row, note.clock] = await Promise.all([
    db.notes.get(write.id),
    db.metaOf("clock").then((clock) => clock?.last),
  ]);
  return saved;
}

/**
 * Saves the text while the document is being closed: the only way that survives is to hand the browser the whole
 * transaction in one synchronous go (an asynchronous Dexie write was lost in 12 of 12 trials, this in none).
 * @returns false if there is no connection to write to
 */
export function saveLastWords(db: MilepostDb, note: OpenNote, text: string, act: Id): boolean {
  const backend = db.isOpen() ? db.backendDB() : null;
  if (!backend) return false;
  const applied = applyWrite(note.row, writeOf(note, text), {
    now: db.now(),
    writer: note.identity.writer,
    author: note.identity.me,
    act,
    did: "writeNote",
    last: note.clock,
  });
  if (!applied) return true;
  const transaction = backend.transaction(["notes", "changes"], "readwrite", { durability: "strict" });
  transaction.objectStore("notes").put(applied.row);
  transaction.objectStore("changes").add(applied.change);
  transaction.commit();
  // A document that was only hidden goes on, and may have last words again.
  note.row = applied.row as unknown as Note;
  note.clock = applied.change.stamp;
  // Live queries do not see native writes; this tells those of the other windows to look again.
  Dexie.on.storagemutated.fire({ all: new RangeSet(Dexie.minKey, Dexie.maxKey) });
  return true;
}

function writeOf(note: OpenNote, text: string) {
  return {
    table: "notes" as const,
    id: noteId(note.meeting.id, note.identity.me),
    patch: {
      meetingId: note.meeting.id,
      mentorshipId: note.meeting.mentorshipId,
      text,
    },
  };
}
