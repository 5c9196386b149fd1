import { browser } from "wxt/browser";

/**
 * Wake-up calls to the background, all of them. Never a data API: whoever needs data reads the database.
 * To add one: a kind here, its schema in message-listener.ts, a case in the background's handler.
 */
export type Message =
  /** Records or settings changed: look at reminders, badge and title again. */
  | { kind: "changed" }
  /** Something was edited, is to be tried with a storage, or may have come to it: look there if it is time. */
  | { kind: "sync" };

export type Answer = { ok: true } | { ok: false; error: "invalid" | "failed" | "timeout" };

/** A page waits this long for the background before it goes on without. */
const answerWithinMs = 5_000;

/**
 * Calls the background. Never throws: nothing a page shows depends on the answer, and a background that cannot be
 * reached catches up at its next heartbeat.
 */
export async function wake(message: Message): Promise<Answer> {
  try {
    const answer = browser.runtime.sendMessage<Message, Answer | undefined>(message);
    const timeout = new Promise<Answer>((resolve) => {
      setTimeout(() => resolve({ ok: false, error: "timeout" }), answerWithinMs);
    });
    return (await Promise.race([answer, timeout])) ?? { ok: false, error: "failed" };
  } catch {
    return { ok: false, error: "failed" };
  }
}
