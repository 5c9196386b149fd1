import * as z from "zod/mini";
import { envelope, Line, Text } from "./envelope.ts";

/** Somebody in the user's mentoring life, the user included. */
export const Person = z.object({
  ...envelope,
  name: Line,
  notes: z.optional(z.nullable(Text)),
});
export type Person = z.infer<typeof Person>;
