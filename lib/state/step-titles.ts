import { signal } from "@preact/signals";
import type { Id } from "@/lib/domain/envelope.ts";
import { formDraft } from "./form-draft.ts";

/**
 * The titles of next steps while they are rewritten, by step. Each key is kept, so that a panel that is closed mid-word
 * opens with the same words.
 */
export function createStepTitles(draftId: Id) {
  const draft = formDraft(draftId);
  const typed = signal<Readonly<Record<Id, string>>>({});
  const settled = new Set<Id>();
  void draft.read().then((kept) => {
    const waiting = Object.entries(kept).filter(([id]) => !settled.has(id));
    typed.value = { ...Object.fromEntries(waiting), ...typed.peek() };
  });
  const keep = (next: Readonly<Record<Id, string>>): void => {
    typed.value = next;
    draft.keep(next);
  };
  return {
    typed,
    type(id: Id, words: string): void {
      keep({ ...typed.peek(), [id]: words });
    },
    /** It was saved or is as it was, unless more was typed since. */
    settle(id: Id, words: string): void {
      if (typed.peek()[id] !== words) return;
      settled.add(id);
      keep(Object.fromEntries(Object.entries(typed.peek()).filter(([each]) => each !== id)));
    },
  };
}
