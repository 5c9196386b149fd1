import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { recordTitle } from "@/lib/domain/record-title.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { isInRoom } from "@/lib/domain/shared.ts";
import { db } from "./database.ts";

/** A record that goes into no file for the other person. */
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

/** Everything that was written down in the mentorship in focus and that was not shared from here. */
export async function privateRecords(): Promise<readonly Private[]> {
  const focused = await focusedMentorship(db);
  if (!focused) return [];
  const mentorshipId = focused.mentorship.id;
  const [shared, identity] = await Promise.all([sharedOf(db, mentorshipId), db.metaOf("identity")]);
  const mine = shared.filter((row) => isInRoom(row) && row.author === identity?.me);
  const inRoom = new Set(mine.map(({ ofTable, ofId }) => `${ofTable ?? ""}/${ofId ?? ""}`));
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
