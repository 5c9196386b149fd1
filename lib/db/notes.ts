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
import { largeNote, type LastWords, lastWordsOf, leaveLastWords, withLastWords } from "./last-words.ts";
import { lastStamp } from "./log.ts";
import { ensureIdentity, mutate } from "./mutate.ts";
import { opened } from "./opened.ts";

/** What an editor holds of the note it edits, enough to save it without asking the database first. */
export interface OpenNote {
  meeting: Pick<Meeting, "id" | "mentorshipId">;
  identity: MetaOf<"identity">;
  /** The row as last read, `undefined` before the first save. */
  row: Note | undefined;
  clock: Stamp | undefined;
  /** Tells the windows apart that have the note open. */
  window: Id;
  /** The text that was left behind as last words, while the document lives on. */
  left?: string;
}

/**
 * Reads the user's own note of a meeting, to edit it, with what a closing window left of it put in. Otherwise makes
 * nothing but the identity of a fresh database.
 */
export async function openNote(
  db: MilepostDb,
  meeting: Pick<Meeting, "id" | "mentorshipId">,
): Promise<OpenNote> {
  await opened(db);
  const { left, ...note } = await db.transaction(
    "rw",
    [db.notes, db.lastWords, db.changes, db.meta],
    async () => {
      const identity = await ensureIdentity(db);
      const id = noteId(meeting.id, identity.me);
      const [row, words] = await Promise.all([db.notes.get(id), lastWordsOf(db, id)]);
      return { meeting, identity, row, clock: await lastStamp(db), window: db.newId(), left: words };
    },
  );
  for (const words of left) {
    const text = withLastWords(note.row?.text ?? "", words);
    if (text !== null) await saveNoteText(db, note, text, db.newId());
    await db.lastWords.delete(words.id);
  }
  return note;
}

/** An open note as it stands in the database, for whoever watches it change: its row, and what other windows left of it. */
export async function noteAsItStands(
  db: MilepostDb,
  note: OpenNote,
): Promise<{ row: Note | undefined; left: LastWords[] }> {
  const id = noteId(note.meeting.id, note.identity.me);
  const [row, left] = await Promise.all([db.notes.get(id), lastWordsOf(db, id)]);
  return { row, left: left.filter((words) => words.id !== wordsId(note)) };
}

/**
 * Saves the text of a note, and brings `note` up to date for the last words that may follow.
 * @param act one stretch of writing, so that its saves stay one entry of the history
 * @param base the text that it was made of. Where another one stands by now nothing is saved; it is in `note.row`
 * @returns false if nothing was saved since another text stands there
 */
export async function saveNoteText(
  db: MilepostDb,
  note: OpenNote,
  text: string,
  act: Id,
  base?: string,
): Promise<boolean> {
  const write = writeOf(note, textFrom(text));
  const { left } = note;
  let overtaken = false;
  await mutate(db, { did: "writeNote", act }, async () => {
    if (!(await db.meetings.get(note.meeting.id))) throw new UserError("notFound");
    const standing = base === undefined ? undefined : await db.notes.get(write.id);
    overtaken = standing !== undefined && standing.text !== base && standing.text !== text;
    return overtaken ? [] : [write];
  });
  [note.row, note.clock] = await Promise.all([
    db.notes.get(write.id),
    db.metaOf("clock").then((clock) => clock?.last),
  ]);
  // What was left behind when the document was only hidden is in the text now, unless more was left meanwhile.
  if (!overtaken && left !== undefined && note.left === left) {
    await db.lastWords.delete(wordsId(note));
    delete note.left;
  }
  return !overtaken;
}

/** Says of the user's own note of a meeting whether it is meant for nobody else. It may have no words yet. */
export function markNote(
  db: MilepostDb,
  meeting: Pick<Meeting, "id" | "mentorshipId">,
  confidential: boolean,
): Promise<Id | null> {
  return mutate(db, { did: "markNote" }, async () => {
    const { me } = await ensureIdentity(db);
    const id = noteId(meeting.id, me);
    const row = await db.notes.get(id);
    const birth = row ? {} : { meetingId: meeting.id, mentorshipId: meeting.mentorshipId, text: "" };
    return [{ table: "notes", id, patch: { ...birth, confidential } }];
  });
}

/**
 * Leaves the text behind while the document is hidden: it may be closed next, or live on and save. The row is not
 * touched, since another window may have written it meanwhile.
 * @param underWay the text of a save that has begun and may or may not get through
 */
export function leaveNoteText(db: MilepostDb, note: OpenNote, text: string, underWay?: string): void {
  if (!db.isOpen() || note.left === text) return;
  const bases = [note.row?.text ?? "", ...(underWay === undefined ? [] : [underWay])];
  leaveLastWords(db, wordsId(note), bases, text);
  note.left = text;
}

/**
 * Saves the text while the document is being closed: the only way that survives is to hand the browser the whole
 * transaction in one synchronous go (an asynchronous Dexie write was lost in 12 of 12 trials). Twice over: as the row
 * and its log entry, for whoever looks next, and as a change in a table that nothing else is writing to, which
 * {@link openNote} puts in should the first not get through.
 * @param underWay the text of a save that has begun and may or may not get through
 * @returns false if there is no connection to write to
 */
export function saveLastWords(
  db: MilepostDb,
  note: OpenNote,
  text: string,
  act: Id,
  underWay?: string,
): boolean {
  const backend = db.isOpen() ? db.backendDB() : null;
  if (!backend) return false;
  leaveNoteText(db, note, text, underWay);
  if (text.length > largeNote) return true;
  const applied = applyWrite(note.row, writeOf(note, text), {
    now: db.now(),
    writer: note.identity.writer,
    author: note.identity.me,
    act,
    did: "writeNote",
    last: note.clock,
  });
  if (!applied) return true;
  const transaction = backend.transaction(["notes", "changes", "searchStale"], "readwrite", {
    durability: "strict",
  });
  transaction.objectStore("notes").put(applied.row);
  transaction.objectStore("changes").add(applied.change);
  transaction.objectStore("searchStale").put({ id: `notes/${applied.row.id}`, at: db.now() });
  transaction.commit();
  // A document that was only hidden goes on, and may have last words again.
  note.row = applied.row as unknown as Note;
  note.clock = applied.change.stamp;
  // Live queries do not see native writes; this tells those of the other windows to look again.
  Dexie.on.storagemutated.fire({ all: new RangeSet(Dexie.minKey, Dexie.maxKey) });
  return true;
}

/** Where the last words of this window are left. */
function wordsId(note: OpenNote): Id {
  return `${noteId(note.meeting.id, note.identity.me)}~${note.window}`;
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
