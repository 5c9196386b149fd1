import { signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { draftOf, keepDraft } from "@/lib/db/drafts.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { db } from "./database.ts";

/**
 * What stands in a form and was not saved yet, kept from the first key: the page may be closed at any moment.
 * @param id where it is typed; one form, one id
 * @param empty the form as it is before anything is typed
 */
export function createDraft<T extends Record<string, string | boolean>>(id: Id, empty: T) {
  const value = signal<T>(empty);
  const restored = signal(false);
  let typed: Partial<T> = {};

  const keep = (): void => {
    const now = value.peek();
    const untouched = Object.keys(empty).every((key) => now[key] === empty[key]);
    try {
      keepDraft(db, { id, kind: "form", text: untouched ? "" : JSON.stringify(now) });
    } catch (error) {
      reportError("draft", error);
    }
  };

  const ready = draftOf(db, id).then(
    (draft) => {
      if (!draft?.text) return;
      // What was typed while the draft was being read is newer than it, field by field.
      const begun = Object.keys(typed).length > 0;
      value.value = { ...empty, ...knownIn(draft.text, empty), ...typed };
      if (begun) keep();
      else restored.value = true;
    },
    (error: unknown) => reportError("draft", error),
  );

  const set = (change: Partial<T>): void => {
    typed = { ...typed, ...change };
    restored.value = false;
    value.value = { ...value.peek(), ...change };
    keep();
  };

  return {
    value,
    /** It was typed before this page was opened. */
    restored,
    /** Resolves when a kept draft is there. */
    ready,
    set,
    clear(): void {
      set(empty);
    },
  };
}

/** The fields of a kept form that are what this form expects; a draft of an older version may hold others. */
function knownIn<T extends Record<string, string | boolean>>(text: string, empty: T): Partial<T> {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    // Written by something else: there is nothing in it to restore.
    return {};
  }
  if (typeof kept !== "object" || kept === null) return {};
  const known: Partial<T> = {};
  for (const [key, value] of Object.entries(kept)) {
    if (key in empty && typeof value === typeof empty[key]) Object.assign(known, { [key]: value });
  }
  return known;
}
