import { type Write, writeOf } from "@/lib/domain/change.ts";
import type { Check } from "@/lib/domain/check.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { parentsOf } from "@/lib/domain/parents.ts";
import { recordTitle } from "@/lib/domain/record-title.ts";
import { type Records, type TableName, tableNames } from "@/lib/domain/records.ts";
import { rowKey } from "@/lib/domain/replay.ts";
import { trashDays, type TrashItem } from "@/lib/domain/trash.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { restoredDraft } from "./agreements.ts";
import type { MilepostDb } from "./database.ts";
import { forget, type RecordKey } from "./forget.ts";
import { loadIndex } from "./load-index.ts";
import { lastStamp } from "./log.ts";
import { mutate } from "./mutate.ts";

const trashMs = trashDays * 86_400_000;
/**
 * Looked through once a day. After a longer pause the clock has to be right for a day first: one that was set ahead must
 * not empty the trash.
 */
const dayMs = 20 * 3_600_000;
const believedMs = 3 * 86_400_000;

type AnyRow = Records[TableName];

/** What is in the trash, the latest first. What belongs to something in the trash is counted there, not listed. */
export function trashItems(db: MilepostDb): Promise<TrashItem[]> {
  return db.transaction("r", db.tables, async () => {
    const trashed = await trashedRows(db);
    const roots = trashed.filter((each) => !isMark(each) && !hasTrashedParent(each.table, each.row, trashed));
    const items = roots.map(async ({ table, row }): Promise<TrashItem> => {
      const contents = countedByTable(await belongings(db, table, row.id));
      const title = await titleOf(db, table, row);
      return { table, id: row.id, title, deletedAt: row.deletedAt ?? 0, contents };
    });
    return (await Promise.all(items)).toSorted((a, b) => b.deletedAt - a.deletedAt);
  });
}

/** How many records of each table belong to a mentorship, those in the trash included. */
export async function mentorshipContents(db: MilepostDb, id: Id): Promise<TrashItem["contents"]> {
  return countedByTable(await belongings(db, "mentorships", id));
}

/**
 * Takes something out of the trash, with all that belongs to it, and with what it belongs to itself if that is there
 * too: else it would be out of sight still.
 * @returns the act, for undo
 */
export function restoreFromTrash(db: MilepostDb, table: TableName, id: Id): Promise<Id | null> {
  return mutate(db, { did: "restoreFromTrash" }, async () => {
    const row = await db.table<AnyRow>(table).get(id);
    if (!row) throw new UserError("notFound");
    const writes = new Map<string, Write>();
    const restore = (name: TableName, key: Id): void => {
      writes.set(rowKey(name, key), writeOf(name, key, { deletedAt: null }));
    };
    restore(table, id);
    for (const [name, key] of parentsOf(table, row)) {
      const parent = await db.table<AnyRow>(name).get(key);
      if (parent?.deletedAt) restore(name, key);
    }
    // In the first version a goal took its milestones along, marked with the same moment.
    for (const [name, key] of await belongings(db, table, id)) {
      const child = await db.table<AnyRow>(name).get(key);
      if (child?.deletedAt && child.deletedAt === row.deletedAt) restore(name, key);
    }
    const draft = table === "agreements" ? await db.agreements.get(id) : undefined;
    if (draft) {
      const patch = { ...(await restoredDraft(db, draft)), deletedAt: null };
      writes.set(rowKey(table, id), { table: "agreements", id, patch });
    }
    return [...writes.values()];
  });
}

/**
 * Deletes something in the trash for good, with all that belongs to it and its history. Not undoable.
 * @returns how many records are gone
 */
export async function deleteForGood(
  db: MilepostDb,
  items: readonly Pick<TrashItem, "table" | "id">[],
): Promise<number> {
  const index = await loadIndex();
  return db.transaction("rw", db.tables, async () => {
    const gone = new Map<string, RecordKey>();
    for (const { table, id } of items) {
      const row = await db.table<AnyRow>(table).get(id);
      // Taken out of the trash meanwhile, in another window.
      if (!row?.deletedAt) continue;
      const records: RecordKey[] = [[table, id], ...(await belongings(db, table, id))];
      if (table === "mentorships") records.push(...(await partnerAlone(db, row as Mentorship)));
      for (const key of records) gone.set(rowKey(...key), key);
    }
    if (gone.size > 0) {
      // What the keys would take back next is not what the person has just done.
      const stamp = await lastStamp(db);
      await forget(db, [...gone.values()], index);
      if (stamp) await db.meta.put({ key: "undoFrom", stamp });
    }
    return gone.size;
  });
}

/** What has been in the trash for {@link trashDays} and is to go for good. Looked for once a day; empty in between. */
export async function expiredTrash(db: MilepostDb): Promise<TrashItem[]> {
  const now = db.now();
  const last = (await db.metaOf("tidied"))?.at;
  if (last !== undefined && now >= last && now - last < dayMs) return [];
  await db.meta.put({ key: "tidied", at: now });
  if (last === undefined || now < last || now - last > believedMs) return [];
  return (await trashItems(db)).filter((item) => item.deletedAt < now - trashMs);
}

interface TrashedRow {
  table: TableName;
  row: AnyRow;
}

async function trashedRows(db: MilepostDb): Promise<TrashedRow[]> {
  const found = await Promise.all(
    tableNames.map(async (table) => {
      const rows = await db.table<AnyRow>(table).where("deletedAt").above(0).toArray();
      return rows.map((row) => ({ table, row }));
    }),
  );
  return found.flat();
}

/**
 * A tick on an item that ships, or what was said about a room, taken back: it holds nobody's words, and is made again by
 * the next one.
 */
function isMark({ table, row }: TrashedRow): boolean {
  return table === "rooms" || (table === "checks" && Boolean((row as Check).item));
}

function hasTrashedParent(table: TableName, row: AnyRow, trashed: readonly TrashedRow[]): boolean {
  // A person stands in no one's shadow, but goes unnamed where the mentorship with them is listed.
  if (table === "people") {
    return trashed.some(
      (other) => other.table === "mentorships" && (other.row as Mentorship).partnerId === row.id,
    );
  }
  if (table === "mentorships") return false;
  const keys = new Set(parentsOf(table, row).map((key) => rowKey(...key)));
  return trashed.some((other) => keys.has(rowKey(other.table, other.row.id)));
}

/** All records that belong to one, those in the trash included. */
async function belongings(db: MilepostDb, table: TableName, id: Id): Promise<RecordKey[]> {
  const keysOf = async (name: TableName, index: string): Promise<RecordKey[]> => {
    const ids = (await db.table(name).where(index).equals(id).primaryKeys()) as Id[];
    return ids.map((key): RecordKey => [name, key]);
  };
  if (table === "goals") {
    const own = await Promise.all([
      keysOf("milestones", "goalId"),
      keysOf("metrics", "goalId"),
      keysOf("evidence", "goalId"),
    ]);
    const values = own[1].map(([, metricId]) => belongings(db, "metrics", metricId));
    return [...own.flat(), ...(await Promise.all(values)).flat()];
  }
  if (table === "metrics") return keysOf("measurements", "metricId");
  if (table === "meetings")
    return (await Promise.all([keysOf("notes", "meetingId"), keysOf("pictures", "meetingId")])).flat();
  if (table !== "mentorships") return [];
  const names = tableNames.filter(
    (name) => !["people", "mentorships", "templates", "rooms", "questions"].includes(name),
  );
  return (await Promise.all(names.map((name) => keysOf(name, "mentorshipId")))).flat();
}

function countedByTable(records: readonly RecordKey[]): TrashItem["contents"] {
  const counts: TrashItem["contents"] = {};
  for (const [table] of records) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

/** The other person of a mentorship, if no other mentorship is with them. */
async function partnerAlone(db: MilepostDb, mentorship: Mentorship): Promise<RecordKey[]> {
  const { me } = (await db.metaOf("identity")) ?? {};
  const others = await db.mentorships.filter((row) => row.id !== mentorship.id).toArray();
  const known = others.some((row) => row.partnerId === mentorship.partnerId);
  return known || mentorship.partnerId === me ? [] : [["people", mentorship.partnerId]];
}

async function titleOf(db: MilepostDb, table: TableName, row: AnyRow): Promise<string> {
  if (table === "mentorships") {
    const { partnerId, destination } = row as Mentorship;
    return (await db.people.get(partnerId))?.name || destination;
  }
  return recordTitle(table, { ...row });
}
