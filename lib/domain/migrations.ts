import type { Patch } from "./change.ts";
import { withoutPasscode } from "./room-link.ts";

/**
 * One step from one version of the records to the next. It is given whole rows and the patches of the change log alike
 * (from this database, a backup or another browser), so it looks at the fields that are there and at no others. Pure,
 * and idempotent: what was migrated before is left as it is. Nothing that was released is ever changed here.
 */
export interface Migration {
  /** The version that it leads to. */
  to: number;
  /** What it does, for whoever reads the list. */
  name: string;
  fields(table: string, fields: Patch): Patch;
}

/** In the order in which they are applied. */
export const migrations: readonly Migration[] = [
  {
    to: 2,
    name: "a room's link is kept without its passcode",
    fields: (_, fields) =>
      typeof fields["roomUrl"] === "string"
        ? { ...fields, roomUrl: withoutPasscode(fields["roomUrl"]) }
        : fields,
  },
  {
    to: 3,
    name: "the roadmap has tables of its own: a version before would drop them",
    fields: (_, fields) => fields,
  },
  {
    to: 4,
    name: "reminders, questions, what was said about a room and pictures in notes have tables of their own, and a wrapped link is kept without its passcode too",
    fields: (_, fields) =>
      typeof fields["roomUrl"] === "string"
        ? { ...fields, roomUrl: withoutPasscode(fields["roomUrl"]) }
        : fields,
  },
  {
    to: 5,
    name: "what two people share has a table of its own: a version before would drop it",
    fields: (_, fields) => fields,
  },
];

/** The fields of a row, or of a patch to one, as the present version has them. `from` is the version they were written in. */
export function migrateFields(table: string, fields: Patch, from: number): Patch {
  return migrations
    .filter((migration) => migration.to > from)
    .reduce((migrated, migration) => migration.fields(table, migrated), fields);
}
