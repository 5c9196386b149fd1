import * as z from "zod/mini";
import { envelope, Id, Line } from "./envelope.ts";
import { mostPictureBytes } from "./limits.ts";

/**
 * A picture in the notes of a meeting, made small enough to go with every copy of the data. The notes name it as
 * `![words](picture:ID)`; it stays when that line is taken out, since the history of the notes may bring it back, and goes
 * with its meeting.
 */
export const Picture = z.object({
  ...envelope,
  mentorshipId: Id,
  meetingId: Id,
  name: Line,
  type: z.enum(["image/webp", "image/png", "image/jpeg"]),
  /** Base64. */
  data: z
    .string()
    .check(z.minLength(4), z.maxLength(Math.ceil(mostPictureBytes / 3) * 4), z.regex(/^[A-Za-z0-9+/]+=*$/)),
  /** Pixels. */
  width: z.int().check(z.minimum(1), z.maximum(10_000)),
  height: z.int().check(z.minimum(1), z.maximum(10_000)),
});
export type Picture = z.infer<typeof Picture>;
