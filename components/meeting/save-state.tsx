import { Check, CircleAlert, LoaderCircle } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { clockOf } from "@/lib/i18n/dates.ts";
import type { NoteEditorModel, SaveState as State } from "@/lib/state/note-editor.ts";

/**
 * What became of the words, always in sight. It changes with every pause of typing, so it is not read out by itself;
 * only that something was not saved is said aloud.
 */
export function SaveState({ note }: { note: NoteEditorModel }) {
  const state = note.state.value;
  const broken = state.kind === "failed" || state.kind === "unread";
  return (
    <>
      <p class={broken ? "meta state late" : "meta state"} role="status" aria-live="off">
        <Icon of={broken ? CircleAlert : state.kind === "saving" ? LoaderCircle : Check} size="sm" />
        <span>{wordsOf(state)}</span>
        {broken && (
          <button type="button" class="btn sm link" onClick={note.saveNow}>
            {i18n.t("notes.again")}
          </button>
        )}
      </p>
      <span class="sr" role="alert">
        {broken && wordsOf(state)}
      </span>
    </>
  );
}

function wordsOf(state: State): string {
  switch (state.kind) {
    case "saving":
      return i18n.t("notes.saving");
    case "failed":
      return `${i18n.t("notes.failed")} ${i18n.t("notes.failedKept")}`;
    case "unread":
      return i18n.t("notes.unread");
    case "saved":
      return state.at === null
        ? i18n.t("notes.savedNothing")
        : `${i18n.t("notes.saved")} ${clockOf(state.at)}`;
  }
}
