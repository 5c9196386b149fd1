import { signal } from "@preact/signals";
import type { Id } from "@/lib/domain/envelope.ts";
import { keptText } from "./kept-text.ts";

/**
 * A line that is opened to write one thing and closed again. Each key is kept as a draft, so a panel that is closed
 * mid-word opens with the same words.
 * @param draftId where it is
 * @param save returns whether it was saved; the words stay if not
 */
export function createDraftLine(draftId: Id, save: (words: string) => Promise<boolean>) {
  /** `null` while it is closed. */
  const text = signal<string | null>(null);
  let opened = false;
  /** What stood in it when it was left. */
  let left = "";
  const keep = keptText(draftId, "line", (words) => {
    if (!opened) text.value = words;
  });
  return {
    text,
    open(words = ""): void {
      opened = true;
      text.value = words || left;
    },
    type(value: string): void {
      text.value = value;
      keep(value);
    },
    /** Closes it; what is typed is there when it is opened again. */
    leave(): void {
      left = text.peek() ?? "";
      text.value = null;
    },
    /** Closes it for good. */
    close(): void {
      left = "";
      text.value = null;
      keep("");
    },
    /** Saves and empties the line, which stays open for the next; an empty one is closed. */
    async commit(): Promise<boolean> {
      const words = text.peek()?.trim() ?? "";
      if (!words) {
        text.value = null;
        keep("");
        return false;
      }
      left = "";
      text.value = "";
      if (await save(words)) {
        keep(text.peek() ?? "");
        return true;
      }
      text.value = [words, text.peek()].filter(Boolean).join(" ");
      keep(text.peek() ?? "");
      return false;
    },
  };
}

export type DraftLine = ReturnType<typeof createDraftLine>;
