import * as z from "zod/mini";
import { envelope, Id } from "./envelope.ts";

/** What a person said about a room in which calls take place. One of each room, see {@link roomChoiceId}. */
export const RoomChoice = z.object({
  ...envelope,
  /** As `roomOf` or `ownRoomOf` spells it. */
  key: z.string().check(z.minLength(1), z.maxLength(500)),
  /** Nothing is offered for it. */
  never: z._default(z.boolean(), false),
  /** Whose call it was last: a room of one's own is used with several people. */
  lastMentorshipId: z.optional(z.nullable(Id)),
});
export type RoomChoice = z.infer<typeof RoomChoice>;

const longestId = 190;

/** The same in every browser, so that what is said twice is said of one room. */
export function roomChoiceId(key: string): Id {
  return `room/${key.slice(0, longestId)}`;
}
