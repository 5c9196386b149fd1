import type { TableName } from "./records.ts";

/** The fields of each kind of record that a person knows; the others are bookkeeping and follow from these. */
const fields = {
  people: ["name", "notes"],
  mentorships: ["role", "destination", "visits", "startsOn", "endsOn", "cadence", "roomUrl"],
  goals: ["title", "why", "status", "dueOn"],
  milestones: ["title", "phase", "owner", "status", "dueOn", "snoozedUntilAt"],
  meetings: [
    "title",
    "kind",
    "status",
    "startsOn",
    "startsTime",
    "plannedMinutes",
    "roomUrl",
    "focus",
    "startedAt",
    "endedAt",
  ],
  notes: ["text"],
  topics: ["title", "kind", "state"],
  entries: ["kind", "text", "happenedAt"],
  commitments: ["title", "owner", "must", "status", "dueOn", "snoozedUntilAt"],
} as const satisfies Record<TableName, readonly string[]>;

export type HistoryField = (typeof fields)[TableName][number] | "deletedAt";

const common: readonly HistoryField[] = ["deletedAt"];

export function historyFields(table: TableName): readonly HistoryField[] {
  return [...fields[table], ...common];
}

/** Fields that change together with another one, and mean nothing without it. */
const companions: Partial<Record<HistoryField, readonly string[]>> = {
  status: ["reachedAt", "doneAt", "startedAt", "endedAt", "wrappedUpAt"],
  state: ["discussedIn"],
  roomUrl: ["roomKey"],
  startsOn: ["startsTime", "timeZone"],
  startsTime: ["startsOn", "timeZone"],
  startedAt: ["status", "endedAt", "wrappedUpAt"],
  endedAt: ["status", "startedAt", "wrappedUpAt"],
  dueOn: ["snoozedUntilAt"],
};

/** The field, and what goes with it when an earlier value is brought back. */
export function withCompanions(field: HistoryField): readonly string[] {
  return [field, ...(companions[field] ?? [])];
}
