import * as z from "zod/mini";
import { Day, envelope, Id, Line } from "./envelope.ts";

/** One value of a metric, on one day, in the metric's unit. */
export const Measurement = z.object({
  ...envelope,
  mentorshipId: Id,
  metricId: Id,
  on: Day,
  value: z.number(),
  note: z._default(Line, ""),
});
export type Measurement = z.infer<typeof Measurement>;
