import { type Calls, readCalls } from "@/lib/browser/call-store.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { isInCall } from "@/lib/domain/room-memory.ts";
import { saidOf } from "./call-offers.ts";

/** A call that goes on in a tab. */
export interface CurrentCall {
  /** Epoch ms. */
  sinceAt: Instant;
  platform: string;
  /** Which meeting it is, where that is known. */
  meetingId: Id | null;
}

/**
 * The call that goes on at this moment, as far as tabs tell: nothing should pop up meanwhile.
 * @param now epoch ms
 * @returns `null` where none is recognised, which is always so while no site is allowed and the button was not clicked
 */
export async function currentCall(now: Instant): Promise<CurrentCall | null> {
  return callAmong(await readCalls(), now);
}

/** The call that goes on among those that were seen; of several the one that began last. */
export function callAmong(calls: Calls, now: Instant): CurrentCall | null {
  const going = calls.seen
    .filter(({ open, memory, audible }) => open && isInCall(memory, { audible, at: now }))
    .toSorted((a, b) => b.memory.sinceAt - a.memory.sinceAt)[0];
  if (!going) return null;
  const { sinceAt, platform } = going.memory;
  return { sinceAt, platform, meetingId: saidOf(calls, going)?.meetingId ?? going.meetingId };
}
