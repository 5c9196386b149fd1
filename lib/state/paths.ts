import type { Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";

export const meetingStops = ["brief", "notes", "wrap-up"] as const;
export type MeetingStop = (typeof meetingStops)[number];

/** The address of a meeting at one of its stops. */
export function meetingPath(id: Id, stop?: MeetingStop): string {
  return `/meetings/${encodeURIComponent(id)}${stop ? `?at=${stop}` : ""}`;
}

/** The address of the history of a record. */
export function historyPath(table: TableName, id: Id): string {
  return `/history/${table}/${encodeURIComponent(id)}`;
}

/** The reminders of a record, seen and set. */
export function remindPath(table: string, id: Id): string {
  return `/reminders?of=${encodeURIComponent(`${table}/${id}`)}`;
}
