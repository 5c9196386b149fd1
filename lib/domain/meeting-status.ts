import type { MeetingStatus } from "./meeting.ts";

/** It did not take place, or not then. Apart from the schema, so that a screen that asks does not load the parser. */
export function isNotHeld(status: MeetingStatus): status is "moved" | "noShow" | "cancelled" {
  return status === "moved" || status === "noShow" || status === "cancelled";
}
