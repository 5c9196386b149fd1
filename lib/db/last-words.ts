import type { Draft } from "@/lib/domain/draft.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { applyEdit, editBetween, fingerprint, type TextEdit } from "@/lib/domain/text-edit.ts";
import type { MilepostDb } from "./database.ts";
import { keepDraft } from "./drafts.ts";

/**
 * Chromium hands a large value over to its database in pieces, which a dying document does not live to finish: of notes
 * beyond some 100,000 characters that were closed mid-word, most lost the last ones. So of a large note only the change
 * is left behind, as a draft, and put in when the note is opened again.
 */
export const largeNote = 20_000;

export function lastWordsId(noteId: Id): Id {
  return `${noteId}.last-words`;
}

/** An edit, with the fingerprint of the text it was made to. */
type KeptEdit = TextEdit & { of: string };

/**
 * Leaves what was typed last behind, small enough to get through.
 * @param bases the texts that may be in the database when the note is opened again
 * @returns false if the change is a large one itself
 */
export function leaveLastWords(db: MilepostDb, noteId: Id, bases: readonly string[], text: string): boolean {
  const edits = bases.flatMap((base): KeptEdit[] => {
    const edit = editBetween(base, text);
    return edit ? [{ ...edit, of: fingerprint(base) }] : [];
  });
  if (edits.some((edit) => edit.insert.length > largeNote)) return false;
  keepDraft(db, { id: lastWordsId(noteId), kind: "lastWords", text: JSON.stringify(edits) });
  return true;
}

/**
 * The text with the last words in it; `null` if there is nothing to put in. Where the text became another one since,
 * the words stand at its end rather than nowhere.
 */
export function withLastWords(text: string, draft: Draft | undefined): string | null {
  const edits = editsIn(draft?.text);
  const now = fingerprint(text);
  const fitting = edits.find((edit) => edit.of === now);
  if (fitting) return applyEdit(text, fitting);
  const words = edits[0]?.insert.trim() ?? "";
  return words && !text.includes(words) ? `${text.trimEnd()}\n\n${words}` : null;
}

function editsIn(json: string | undefined): KeptEdit[] {
  if (!json) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.filter(isKeptEdit) : [];
  } catch {
    // Not ours: there is nothing in it to put in.
    return [];
  }
}

function isKeptEdit(value: unknown): value is KeptEdit {
  if (typeof value !== "object" || value === null) return false;
  const { from, to, insert, of } = value as Record<string, unknown>;
  return (
    Number.isInteger(from) && Number.isInteger(to) && typeof insert === "string" && typeof of === "string"
  );
}
