import type { Id } from "@/lib/domain/envelope.ts";
import { recordTitle } from "@/lib/domain/record-title.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { db } from "./database.ts";

/** A record that stays on this computer. */
export interface Private {
  table: TableName;
  id: Id;
  title: string;
}

const elsewhere: ReadonlySet<TableName> = new Set([
  "people",
  "mentorships",
  "templates",
  "rooms",
  "questions",
  "shared",
  "reminders",
]);

/** Everything that was written down in a mentorship and is not in its room. */
export async function privateRecords(mentorshipId: Id, inRoom: ReadonlySet<string>): Promise<Private[]> {
  const tables = tableNames.filter((name) => !elsewhere.has(name));
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await db.table(table).where("mentorshipId").equals(mentorshipId).toArray();
      return (rows as { id: Id; deletedAt?: number | null }[])
        .filter((row) => !row.deletedAt && !inRoom.has(`${table}/${row.id}`))
        .map((row): Private => ({ table, id: row.id, title: recordTitle(table, { ...row }) }));
    }),
  );
  return found.flat();
}
