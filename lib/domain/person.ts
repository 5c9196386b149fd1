import * as z from "zod/mini";
import { envelope, Line, Rating, Text } from "./envelope.ts";

/**
 * Somebody in the user's mentoring life, the user included. How the priorities of a person changed is told by the
 * change log.
 */
export const Person = z.object({
  ...envelope,
  name: Line,
  notes: z.optional(z.nullable(Text)),
  /** What they do, in words. */
  role: z.optional(z.nullable(Line)),
  howMet: z.optional(z.nullable(Text)),
  journey: z.optional(z.nullable(Text)),
  excites: z.optional(z.nullable(Text)),
  priorities: z.optional(z.nullable(Text)),
  links: z.optional(z.nullable(Text)),
  timeZone: z.optional(z.nullable(Line)),
  /** Of oneself: where I want to be. */
  ambition: z.optional(z.nullable(Text)),
  /** Thought of as a mentor; the three ratings say how well they fit. */
  candidate: z.optional(z.nullable(z.boolean())),
  experience: z.optional(z.nullable(Rating)),
  time: z.optional(z.nullable(Rating)),
  willingness: z.optional(z.nullable(Rating)),
  /** The parts of the introductory note. */
  introWho: z.optional(z.nullable(Text)),
  introWhy: z.optional(z.nullable(Text)),
  introAsk: z.optional(z.nullable(Text)),
  introOffer: z.optional(z.nullable(Text)),
});
export type Person = z.infer<typeof Person>;
