import type { Write } from "./change.ts";
import type { Deed } from "./deeds.ts";
import type { Id, Instant } from "./envelope.ts";

/** A write that is told afterwards, with the time and the name of what was done then. */
export type PastWrite = Write & {
  /** Epoch ms. Writes of the same instant and the same `did` are one act. */
  at: Instant;
  /** The name of the verb that would have done it. */
  did: Deed;
  why?: string;
};

/** One mentorship with its whole history, to look around in. */
export interface Sample {
  mentorshipId: Id;
  /** The people of the story, the user included. */
  people: Id[];
  /** Oldest first, none later than the `now` it was built for. */
  writes: PastWrite[];
}
