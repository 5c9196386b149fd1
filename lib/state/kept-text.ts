import { reportError } from "@/lib/browser/report-error.ts";
import { draftOf, keepDraft } from "@/lib/db/drafts.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { db } from "./database.ts";

/**
 * Text that outlives the page as a draft.
 * @param restore is given what was left, unless something else was kept meanwhile
 * @returns keeps a text from now on; an empty one is forgotten
 */
export function keptText(id: Id, kind: string, restore: (text: string) => void): (text: string) => void {
  let touched = false;
  draftOf(db, id).then(
    (draft) => {
      if (draft?.text && !touched) restore(draft.text);
    },
    (error: unknown) => reportError("draft", error),
  );
  return (text) => {
    touched = true;
    try {
      keepDraft(db, { id, kind, text });
    } catch (error) {
      reportError("draft", error);
    }
  };
}
