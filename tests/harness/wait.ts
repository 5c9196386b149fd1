import { setTimeout as delay } from "node:timers/promises";

export type WaitOptions = {
  /** What is awaited, in words, for the message of the error. */
  what?: string;
  /** How long to try, milliseconds. */
  timeoutMs?: number;
  /** Pause between two tries, milliseconds. */
  intervalMs?: number;
};

type Answer<T> = Exclude<T, false | null | undefined>;

function isAnswer<T>(value: T): value is Answer<T> {
  return value !== false && value !== null && value !== undefined;
}

/**
 * Asks until the answer is something other than `false`, `null` or `undefined`, and returns it. A throw counts as
 * "not yet". For assertions use Vitest's `expect.poll`, which reports the difference.
 * @throws after `timeoutMs`, naming what was awaited and the last answer or error (which is also the `cause`).
 */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  { what = "the condition", timeoutMs = 10_000, intervalMs = 50 }: WaitOptions = {},
): Promise<Answer<T>> {
  const deadlineAt = performance.now() + timeoutMs;
  let last = "no answer at all";
  let cause: unknown;
  while (performance.now() < deadlineAt) {
    try {
      const value = await withDeadline(ask, deadlineAt - performance.now());
      if (isAnswer(value)) return value;
      last = `last answer: ${String(value)}`;
      cause = undefined;
    } catch (error) {
      // The last question is often cut short; what the one before it said tells more.
      if (error instanceof TimeUp) break;
      last = `last error: ${error instanceof Error ? error.message : String(error)}`;
      cause = error;
    }
    await delay(intervalMs);
  }
  throw new Error(`Waited ${timeoutMs / 1000} s for ${what}; ${last}`, { cause });
}

class TimeUp extends Error {}

/** A question to a closing browser may never be answered; it must not outlive the wait. */
async function withDeadline<T>(ask: () => T | Promise<T>, remainingMs: number): Promise<T> {
  const cancel = new AbortController();
  const timeUp = async (): Promise<never> => {
    await delay(remainingMs, undefined, { signal: cancel.signal });
    throw new TimeUp();
  };
  try {
    return await Promise.race([ask(), timeUp()]);
  } finally {
    cancel.abort();
  }
}
