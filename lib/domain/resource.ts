import * as z from "zod/mini";
import { envelope, Id, Line, Text } from "./envelope.ts";
import { resourceKinds, workStates } from "./vocabulary.ts";

/** Something to read, take or go to on the way to a goal. */
export const Resource = z.object({
  ...envelope,
  mentorshipId: Id,
  title: Line,
  kind: z._default(z.enum(resourceKinds), "other"),
  url: z.optional(z.nullable(z.string())),
  goalId: z.optional(z.nullable(Id)),
  state: z._default(z.enum(workStates), "toDo"),
  takeaway: z.optional(z.nullable(Text)),
});
export type Resource = z.infer<typeof Resource>;
