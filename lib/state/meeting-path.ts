import type { Id } from "@/lib/domain/envelope.ts";

/** The three stops of a meeting. Apart from the routes, since the popup needs no more of them than this. */
export const meetingStops = ["brief", "notes", "wrap-up"] as const;
export type MeetingStop = (typeof meetingStops)[number];

/** The address of a meeting at one of its stops. */
export function meetingPath(id: Id, stop?: MeetingStop): string {
  return `/meetings/${encodeURIComponent(id)}${stop ? `?at=${stop}` : ""}`;
}
