import * as z from "zod/mini";
import { Id } from "./envelope.ts";

/** What the person's other browsers are told of a room: which it is, and where. */
export const RoomAccess = z.object({
  mentorshipId: Id,
  side: z.enum(["host", "guest"]),
  storage: z.object({ kind: z.literal("webdav"), url: z.string(), user: z.string(), password: z.string() }),
});
export type RoomAccess = z.infer<typeof RoomAccess>;

/** @returns `undefined` for what a later version has written */
export function roomAccessIn(text: string): RoomAccess | undefined {
  try {
    return RoomAccess.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
