import { signal } from "@preact/signals";
import { wake } from "@/lib/browser/messages.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { undo } from "@/lib/db/undo.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { UserError, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { db } from "./database.ts";

/** What the last act has to say for itself, shown as a toast. */
export interface Toast {
  /** Rises with each toast, so that the same words again are a new toast. */
  n: number;
  text: string;
  act: Id | null;
  tone: "done" | "problem";
}

/** Why an act was not done, where the screen shows it beside the field or as a notice. */
export type Failure = UserErrorCode | "notSaved";

export const toast = signal<Toast | null>(null);
/** The last failure; the app says it in words, and that nothing was changed. */
export const failure = signal<Failure | null>(null);

let toasts = 0;

export function say(text: string, act: Id | null = null, tone: Toast["tone"] = "done"): void {
  toasts += 1;
  toast.value = { n: toasts, text, act, tone };
}

/**
 * Does something a person asked for. On success the background is woken and, with `said`, a toast offers to undo it;
 * on failure `failure` tells why and what was typed stays where it was.
 * @param doing returns the act's id, or nothing to undo
 * @returns whether it was done
 */
export async function perform(doing: () => Promise<Id | null | void>, said?: string): Promise<boolean> {
  try {
    const act = await doing();
    failure.value = null;
    if (said) say(said, act ?? null);
    void wake({ kind: "changed" });
    return true;
  } catch (error) {
    if (error instanceof UserError) {
      failure.value = error.code;
    } else {
      reportError("act", error);
      failure.value = "notSaved";
    }
    return false;
  }
}

/** Takes back what the toast speaks of. */
export async function undoAct(act: Id, said: string): Promise<void> {
  toast.value = null;
  await perform(async () => {
    await undo(db, act);
  }, said);
}
