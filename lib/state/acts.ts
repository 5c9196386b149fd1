import { signal } from "@preact/signals";
import { wake } from "@/lib/browser/messages.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { fail, failure } from "./failure.ts";

/** What the last act has to say for itself, shown as a toast. */
export interface Toast {
  /** Rises with each toast, so that the same words again are a new toast. */
  n: number;
  text: string;
  act: Id | null;
  /** The act took something back, so taking it back does that again. */
  redo: boolean;
}

export const toast = signal<Toast | null>(null);

let toasts = 0;

/** Shows a toast; with an act it offers to undo it. */
export function say(text: string, act: Id | null = null, redo = false): void {
  toasts += 1;
  toast.value = { n: toasts, text, act, redo };
}

/**
 * Does something a person asked for. On success the background is woken and, with `said`, a toast offers to undo it;
 * on failure `failure` tells why and what was typed stays where it was.
 * @param doing returns the act's id, or nothing to undo
 * @returns whether it was done
 */
export async function perform(
  doing: () => Promise<Id | null | void>,
  said?: string,
  redo = false,
): Promise<boolean> {
  try {
    const act = await doing();
    failure.value = null;
    if (said) say(said, act ?? null, redo);
    void wake({ kind: "changed" });
    return true;
  } catch (error) {
    fail("act", error);
    return false;
  }
}
