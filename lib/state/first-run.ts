import { signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { draftOf, keepDraft } from "@/lib/db/drafts.ts";
import { db } from "./database.ts";

/** The draft that carries the destination from the popup's first screen to the welcome page. */
const destinationDraft = "welcome.destination";

/** The destination as it is typed before any mentorship exists; kept from the first key. */
export function createDestinationDraft() {
  const text = signal("");
  let touched = false;
  draftOf(db, destinationDraft).then(
    (draft) => {
      if (!touched && draft) text.value = draft.text;
    },
    (error: unknown) => reportError("draft", error),
  );
  return {
    text,
    type(value: string): void {
      touched = true;
      text.value = value;
      try {
        keepDraft(db, { id: destinationDraft, kind: "destination", text: value });
      } catch (error) {
        reportError("draft", error);
      }
    },
  };
}

export type DestinationDraft = ReturnType<typeof createDestinationDraft>;
