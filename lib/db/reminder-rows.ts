import type { Day, Id, TimeOfDay } from "@/lib/domain/envelope.ts";
import type { About } from "@/lib/domain/own-occurrences.ts";
import { morning } from "@/lib/domain/quiet.ts";
import type { Reminder } from "@/lib/domain/reminder.ts";
import { type Remindable, remindables } from "@/lib/domain/remindable.ts";
import type { MilepostDb } from "./database.ts";
import { shownOf, type Trashed } from "./shown.ts";

interface AboutRow {
  id: Id;
  status?: string | undefined;
  dueOn?: Day | null | undefined;
  startsOn?: Day | undefined;
  startsTime?: TimeOfDay | undefined;
  timeZone?: string | null | undefined;
  deletedAt?: number | null | undefined;
}

/** What the person asked to be reminded of and did not answer yet, with what it is about. */
export async function ownReminders(
  db: MilepostDb,
  trashed: Trashed,
): Promise<{ reminder: Reminder; about: About | null }[]> {
  const all = await db.reminders.where("[kind+status]").equals(["own", "open"]).toArray();
  if (all.length === 0) return [];
  const reminders = shownOf(all, trashed);
  const rows = new Map<string, AboutRow>();
  for (const table of remindables) {
    const ids = reminders.filter((row) => row.aboutTable === table).map((row) => row.aboutId ?? "");
    if (ids.length === 0) continue;
    const found = (await db.table(table).bulkGet([...new Set(ids)])) as (AboutRow | undefined)[];
    for (const row of shownRows(found, trashed)) rows.set(`${table}/${row.id}`, row);
  }
  return reminders.map((reminder) => {
    if (!reminder.aboutTable) return { reminder, about: null };
    const row = rows.get(`${reminder.aboutTable}/${reminder.aboutId ?? ""}`);
    return { reminder, about: aboutOf(reminder.aboutTable, row) };
  });
}

function shownRows(rows: readonly (AboutRow | undefined)[], trashed: Trashed): AboutRow[] {
  return shownOf(
    rows.filter((row) => row !== undefined),
    trashed,
  );
}

/** What is done, cancelled or in the trash reminds of nothing any more. */
function aboutOf(table: string, row: AboutRow | undefined): About {
  if (!row) return { live: false, moment: null };
  if (table === "people") return { live: true, moment: null };
  if (table === "meetings") {
    const { startsOn: on, startsTime: time, timeZone } = row;
    const moment = on && time ? { on, time, timeZone: timeZone ?? null } : null;
    return { live: row.status === "planned" || row.status === "held", moment };
  }
  const moment = row.dueOn ? { on: row.dueOn, time: morning, timeZone: null } : null;
  return { live: row.status === "open", moment };
}

/** The reminders of one record that were not answered yet, in the order in which they were made. */
export async function remindersOf(db: MilepostDb, about: { table: Remindable; id: Id }): Promise<Reminder[]> {
  const rows = await db.reminders.where("aboutId").equals(about.id).toArray();
  return rows
    .filter((row) => row.kind === "own" && row.status === "open")
    .filter((row) => row.aboutTable === about.table && !row.deletedAt)
    .toSorted((a, b) => a.createdAt - b.createdAt);
}
