import * as z from "zod/mini";
import { isStamp, latestInstant, type Stamp } from "./hlc.ts";
import { longestLine, longestText } from "./limits.ts";

/** Client-made and sortable by creation time (UUID version 7), or a fixed name for singletons and sample data. */
export const Id = z.string().check(z.minLength(1), z.maxLength(200));
export type Id = z.infer<typeof Id>;

/** Epoch milliseconds. Field names of this type end in `At`. */
export const Instant = z.int().check(z.minimum(0), z.maximum(latestInstant));
export type Instant = z.infer<typeof Instant>;

/** A calendar day, `YYYY-MM-DD`, in no time zone. Field names of this type end in `On`. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isRealDay));
export type Day = z.infer<typeof Day>;

/** A wall-clock time of day, `HH:MM`, 24 hours. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** One line that a person typed: a title, a name, a promise. */
export const Line = z.string().check(z.maxLength(longestLine));
/** Free text in Markdown. */
export const Text = z.string().check(z.maxLength(longestText));

/** How good, how much: 1 to 5. */
export const Rating = z.int().check(z.minimum(1), z.maximum(5));
export const Percent = z.int().check(z.minimum(0), z.maximum(100));
/** An interval. */
export const Weeks = z.int().check(z.minimum(1), z.maximum(104));

export const Visibility = z.enum(["private", "shared", "public"]);
export type Visibility = z.infer<typeof Visibility>;

/**
 * When and where a field was edited; see `hlc.ts`. Bounded, so that a clock never runs on from nonsense. By functions of
 * our own: a backup has millions of stamps, and the parser would take most of its time for them.
 */
export const EditStamp = z.custom<Stamp>(isStamp);
/** Stamps by field. */
export const EditStamps = z.custom<Record<string, Stamp>>(areStamps);

/** What every record carries. `_c` holds the stamp of each field's last edit, for history, undo and sync. */
export const envelope = {
  id: Id,
  author: Id,
  space: z._default(z.string(), "personal"),
  visibility: z._default(Visibility, "private"),
  createdAt: Instant,
  deletedAt: z.optional(z.nullable(Instant)),
  _c: z.optional(EditStamps),
};

/** The part of a record that the change log maintains. */
export interface Stamped {
  id: Id;
  _c?: Record<string, Stamp> | undefined;
}

function isRealDay(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function areStamps(value: unknown): value is Record<string, Stamp> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isStamp)
  );
}
