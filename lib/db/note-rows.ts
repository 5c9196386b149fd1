import type { Id } from "@/lib/domain/envelope.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import type { MilepostDb } from "./database.ts";

/** The user marked their own note of a meeting as meant for nobody else. */
export async function isOwnNoteConfidential(db: MilepostDb, meetingId: Id): Promise<boolean> {
  const me = (await db.metaOf("identity"))?.me;
  const note = me === undefined ? undefined : await db.notes.get(noteId(meetingId, me));
  return note?.confidential === true;
}

/** The text of the user's own note of a meeting; empty where there is none. */
export async function ownNoteText(db: MilepostDb, meetingId: Id): Promise<string> {
  const me = (await db.metaOf("identity"))?.me;
  const note = me === undefined ? undefined : await db.notes.get(noteId(meetingId, me));
  return note && !note.deletedAt ? note.text : "";
}

/** The user's own notes of several meetings, by meeting; of those that have any. */
export async function ownNoteTexts(
  db: MilepostDb,
  meetingIds: readonly Id[],
): Promise<ReadonlyMap<Id, { text: string; confidential: boolean }>> {
  const me = (await db.metaOf("identity"))?.me;
  if (me === undefined) return new Map();
  const rows = await db.notes.bulkGet(meetingIds.map((id) => noteId(id, me)));
  return new Map(
    rows.flatMap((row) =>
      row && !row.deletedAt
        ? [[row.meetingId, { text: row.text, confidential: row.confidential === true }] as const]
        : [],
    ),
  );
}
