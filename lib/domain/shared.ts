import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line, Text } from "./envelope.ts";
import { postKinds } from "./shared-kinds.ts";

/** A value of a shared field as it is compared: everything that is copied is words, or nothing. */
const Value = z.nullable(Text);

/** What was said on the other side at the same time and did not win; kept until somebody chooses. */
export const Clash = z.object({ value: Value, by: z.enum(["me", "them"]) });
export type Clash = z.infer<typeof Clash>;

/**
 * Something that two people share: a copy of a private record, or something posted. `space` is the room. Private records
 * never become one of these; they are copied, and what is said here goes to the other person with the next file.
 *
 * The kind is not bounded, since a later version may know more of them. {@link localFields} stay in this browser.
 */
export const Shared = z.object({
  ...envelope,
  mentorshipId: Id,
  kind: Line.check(z.minLength(1)),
  title: z._default(Line, ""),
  text: z.optional(z.nullable(Text)),
  dueOn: z.optional(z.nullable(Day)),
  /** As the private record calls it. */
  state: z.optional(z.nullable(Line)),
  /** Who does it, seen from the author: so that "me" means the same person on both sides. */
  who: z.optional(z.nullable(z.enum(["author", "other", "both"]))),
  url: z.optional(z.nullable(z.string().check(z.maxLength(2_000)))),
  /** The shared goal that a milestone leads to. */
  underId: z.optional(z.nullable(Id)),
  /** Its author took it back; what it said is gone from the room. */
  unsharedAt: z.optional(z.nullable(Instant)),
  /** The private record of this browser that belongs to it: its original, or what was made of it. */
  ofTable: z.optional(z.nullable(Line)),
  ofId: z.optional(z.nullable(Id)),
  /** What the private record and this one said when they were the same last, by field. */
  copied: z.optional(z.nullable(z.record(z.string(), Value))),
  /** Stamps that the present values came after and that no log here tells of, by field. */
  seen: z.optional(z.nullable(z.record(z.string(), z.array(Line)))),
  /** Other stamps that files brought and that need no second look, by field. */
  dealt: z.optional(z.nullable(z.record(z.string(), z.array(Line)))),
  clashes: z.optional(z.nullable(z.record(z.string(), Clash))),
});
export type Shared = z.infer<typeof Shared>;

/** What somebody who is not its author may change too, in the order in which it is told of. */
export const sharedFields = ["title", "text", "dueOn", "state", "who", "url"] as const;
export type SharedField = (typeof sharedFields)[number];

/** What of a shared record is of this browser alone, and in no file. */
export const localFields: ReadonlySet<string> = new Set([
  "id",
  "_c",
  "mentorshipId",
  "deletedAt",
  "ofTable",
  "ofId",
  "copied",
  "seen",
  "dealt",
  "clashes",
]);

/** What says which record it is: set once, and never changed by a file. */
export const fixedFields: ReadonlySet<string> = new Set([
  "author",
  "createdAt",
  "kind",
  "space",
  "visibility",
]);

/** What is left of a record that its author took back. */
export const blank = { title: "", text: null, dueOn: null, state: null, who: null, url: null, underId: null };

/** Is it there to be read? */
export function isInRoom(row: Pick<Shared, "deletedAt" | "unsharedAt">): boolean {
  return !row.deletedAt && !row.unsharedAt;
}

export function isPost(kind: string): boolean {
  return postKinds.some((each) => each === kind);
}
