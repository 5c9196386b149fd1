import type { Id } from "./envelope.ts";
import type { TableName } from "./records.ts";

/**
 * What a record belongs to: while any of it is in the trash the record is out of sight, and it goes for good with it.
 * A thought or a promise outlives the meeting that it came from.
 */
export function parentsOf(table: TableName, row: object): [table: TableName, id: Id][] {
  const fields: Partial<Record<string, unknown>> = { ...row };
  const parent = (name: TableName, field: string): [TableName, Id][] => {
    const id = fields[field];
    return typeof id === "string" ? [[name, id]] : [];
  };
  if (table === "people" || table === "templates" || table === "rooms" || table === "questions") return [];
  if (table === "mentorships") return [...parent("people", "partnerId"), ...parent("people", "meId")];
  return [
    ...parent("mentorships", "mentorshipId"),
    ...(table === "milestones" ? parent("goals", "goalId") : []),
    ...(table === "notes" || table === "reviews" || table === "pictures"
      ? parent("meetings", "meetingId")
      : []),
    ...(table === "measurements" ? parent("metrics", "metricId") : []),
    ...(table === "evidence" || table === "metrics" ? parent("goals", "goalId") : []),
  ];
}
