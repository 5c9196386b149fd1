import * as z from "zod/mini";
import { envelope, Id, Instant, Text } from "./envelope.ts";

export const EntryKind = z.enum(["thought", "decision", "question", "advice", "feedback", "win"]);
export type EntryKind = z.infer<typeof EntryKind>;

/** One piece of the growth thread: said, decided, learned or thought, in a meeting or between two. */
export const Entry = z.object({
  ...envelope,
  mentorshipId: z.optional(z.nullable(Id)),
  kind: EntryKind,
  text: Text,
  meetingId: z.optional(z.nullable(Id)),
  /** Seconds since the notes of the meeting were started. */
  atSeconds: z.optional(z.nullable(z.int())),
  /** When it happened, where that differs from when it was written down. */
  happenedAt: z.optional(z.nullable(Instant)),
});
export type Entry = z.infer<typeof Entry>;

/** What the capture line can take down: every kind of entry, or a promise. */
export const captureKinds = ["action", "decision", "question", "advice", "feedback", "win"] as const;
export type CaptureKind = EntryKind | "action";
