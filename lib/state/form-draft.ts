import { reportError } from "@/lib/browser/report-error.ts";
import { draftOf, keepDraft } from "@/lib/db/drafts.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { db } from "./database.ts";

/** What was typed into a form that stands in the place of what it edits: only the fields that were changed. */
export interface FormDraft {
  /** The changed fields as they were left, by name; empty where there is nothing to restore. */
  read: () => Promise<Record<string, string>>;
  keep: (changed: Record<string, string>) => void;
}

/** @param id one form of one record, one id */
export function formDraft(id: Id): FormDraft {
  return {
    async read() {
      try {
        return fieldsIn((await draftOf(db, id))?.text ?? "");
      } catch (error) {
        reportError("draft", error);
        return {};
      }
    },
    keep(changed) {
      const text = Object.keys(changed).length > 0 ? JSON.stringify(changed) : "";
      try {
        keepDraft(db, { id, kind: "form", text });
      } catch (error) {
        reportError("draft", error);
      }
    },
  };
}

function fieldsIn(text: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return {};
    const fields = Object.entries(kept).filter(([, value]) => typeof value === "string");
    return Object.fromEntries(fields);
  } catch {
    // Nothing was kept, or something else wrote it: there is nothing to restore.
    return {};
  }
}
