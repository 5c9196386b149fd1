import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { draftOf, keepDraft } from "@/lib/db/drafts.ts";
import type { addCapture } from "@/lib/db/entries.ts";
import { kindPrefix } from "@/lib/domain/kind-prefix.ts";
import { type CaptureKind, entryKinds, lineKinds } from "@/lib/domain/vocabulary.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";

/**
 * A capture line. Each key is kept as a draft at once, so closing the surface at any moment loses nothing.
 * @param draftId where the line is: `popup`, `workspace`, or a meeting's id
 * @param context what is captured for, asked when it is added
 * @param said the toast for a kind, `null` for none
 * @param options.add the verb: the popup loads it after it has been drawn
 */
export function createCapture(
  draftId: Id,
  context: () => { mentorshipId: Id | null; meetingId?: Id | null },
  said: (kind: CaptureKind) => string | null,
  { add, firstKind = "thought" }: { add: typeof addCapture; firstKind?: CaptureKind },
) {
  const text = signal("");
  const kind = signal<CaptureKind>(firstKind);
  const restored = signal(false);
  let touched = false;

  draftOf(db, draftId).then(
    (draft) => {
      if (!draft?.text || touched) return;
      text.value = draft.text;
      kind.value = kindOf(draft.kind) ?? firstKind;
      restored.value = true;
    },
    (error: unknown) => reportError("draft", error),
  );

  const keep = (): void => {
    touched = true;
    restored.value = false;
    try {
      keepDraft(db, { id: draftId, kind: kind.peek(), text: text.peek() });
    } catch (error) {
      reportError("draft", error);
    }
  };

  return {
    text,
    kind,
    restored,
    type(value: string): void {
      const begun = kindPrefix(
        value,
        lineKinds.map((each) => [each, i18n.t(`kinds.${each}`)] as const),
      );
      if (begun) kind.value = begun.kind;
      text.value = begun ? begun.rest : value;
      keep();
    },
    choose(value: CaptureKind): void {
      kind.value = value;
      keep();
    },
    /**
     * Adds what stands there. The line is empty at once, for the next thought; if it could not be added the words come
     * back. An empty line does nothing.
     */
    async add(): Promise<boolean> {
      const words = text.peek().trim();
      if (!words) return false;
      const chosen = kind.peek();
      text.value = "";
      restored.value = false;
      // The draft goes with the transaction, so the words are never nowhere.
      const done = await perform(
        () => add(db, { ...context(), kind: chosen, text: words, draftId }),
        said(chosen) ?? undefined,
      );
      if (!done) {
        text.value = [words, text.peek()].filter(Boolean).join(" ");
        keep();
      }
      return done;
    },
  };
}

export type CaptureModel = ReturnType<typeof createCapture>;

/** What is said when something was taken down. */
export function saidCaptured(kind: CaptureKind): string {
  return i18n.t(kind === "concern" ? "capture.raised" : "capture.added", [i18n.t(`kinds.${kind}`)]);
}

function kindOf(value: string): CaptureKind | undefined {
  return value === "action" ? value : entryKinds.find((kind) => kind === value);
}
