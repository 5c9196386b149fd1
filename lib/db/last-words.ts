import type { Id } from "@/lib/domain/envelope.ts";
import { applyEdit, editsBetween, fingerprint, type TextEdit } from "@/lib/domain/text-edit.ts";
import type { MilepostDb } from "./database.ts";

/**
 * Chromium hands a large value over to its database in pieces, which a dying document does not live to finish: of notes
 * beyond some 100,000 characters that were closed mid-word, most lost the last ones. A larger text than this is not
 * tried.
 */
export const largeNote = 20_000;

/** An edit, with the fingerprint of the text it was made to. */
type KeptEdit = TextEdit & { of: string };

/** What a closing window left of a note. Local to this browser. */
export interface LastWords {
  /** The note, and which window: `NOTE~WINDOW`, since two that close at once must not overwrite each other. */
  id: Id;
  /** The changes to each text that may be in the database when the note is opened again, of one from front to back. */
  edits: KeptEdit[];
  /** The fingerprint of the text with the last words in it. */
  result: string;
}

/** The note that last words are of. */
export function noteOfWords(id: Id): Id {
  return id.split("~")[0] ?? id;
}

/** What windows left of a note. */
export function lastWordsOf(db: MilepostDb, note: Id): Promise<LastWords[]> {
  return db.lastWords.where("id").equals(note).or("id").startsWith(`${note}~`).toArray();
}

/**
 * Leaves what was typed last behind, in a table of its own: a save that is under way holds the others, and what waits
 * behind it dies with the document. Written natively in one synchronous go.
 * @param id see {@link LastWords}
 * @param bases the texts that may be in the database when the note is opened again
 */
export function leaveLastWords(db: MilepostDb, id: Id, bases: readonly string[], text: string): void {
  const edits = bases.flatMap((base): KeptEdit[] => {
    const changes = editsBetween(base, text);
    if (changes.reduce((sum, { insert }) => sum + insert.length, 0) > largeNote) return [];
    const of = fingerprint(base);
    return changes.map((edit) => ({ ...edit, of }));
  });
  if (edits.length === 0) return;
  const row: LastWords = { id, edits, result: fingerprint(text) };
  const transaction = db.backendDB().transaction("lastWords", "readwrite", { durability: "relaxed" });
  transaction.objectStore("lastWords").put(row);
  transaction.commit();
}

/**
 * The text with the last words in it; `null` if there is nothing to put in. Where the text became another one since,
 * the words stand at its end rather than nowhere.
 */
export function withLastWords(text: string, left: LastWords | undefined): string | null {
  const now = fingerprint(text);
  if (!left || left.result === now) return null;
  const fitting = left.edits.filter((edit) => edit.of === now);
  if (fitting.length > 0) return fitting.toReversed().reduce(applyEdit, text);
  const words = left.edits
    .filter(({ of }) => of === left.edits[0]?.of)
    .map(({ insert }) => insert.trim())
    .filter((each) => each && !text.includes(each))
    .join("\n");
  return words ? `${text.trimEnd()}\n\n${words}` : null;
}
