import { type Change, type Patch, sameValue, writeOf } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type TookBack, whatItTookBack } from "@/lib/domain/history.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { logOf } from "./log.ts";
import { mutate } from "./mutate.ts";

/** A record and its log, in the trash or not; `null` where there never was one. */
export async function recordHistory(
  db: MilepostDb,
  table: TableName,
  id: Id,
): Promise<{ row: Patch; log: Change[] } | null> {
  const [row, log] = await Promise.all([db.table<Patch>(table).get(id), logOf(db, table, id)]);
  return row ? { row, log } : null;
}

/**
 * Gives fields of a record the values that an earlier act left them with.
 * @returns the act, for undo; `null` if they have them already
 * @throws UserError `notFound` if the record is gone
 */
export function restoreValues(db: MilepostDb, table: TableName, id: Id, values: Patch): Promise<Id | null> {
  return mutate(db, { did: "restoreValue" }, async () => {
    const row: Patch | undefined = await db.table(table).get(id);
    if (!row) throw new UserError("notFound");
    // A value from an older version may be one that the present code cannot work with.
    const patch = Object.fromEntries(
      Object.entries(values).filter(([field, value]) => !sameValue(row[field] ?? null, value ?? null)),
    );
    if (!recordSchemas[table].safeParse({ ...row, ...patch }).success) throw new UserError("valueNotValid");
    return [writeOf(table, id, patch)];
  });
}

/** One act of the log: what was done, and to which records. */
export interface LoggedAct {
  act: Id;
  did: string;
  why: string | undefined;
  author: Id;
  at: number;
  tookBack: TookBack | null;
  /** Each with its row, as it stands now. */
  records: { table: TableName; id: Id; row: Patch | undefined }[];
}

/**
 * The latest acts, the newest first.
 * @param limit how many entries of the log are looked at; an act has one for each record that it changed
 * @returns `more` where older ones were left out
 */
export async function recentActs(
  db: MilepostDb,
  limit: number,
): Promise<{ acts: LoggedAct[]; more: boolean }> {
  const log = await db.changes.orderBy("stamp").reverse().limit(limit).toArray();
  const acts = new Map<Id, LoggedAct>();
  const undone = await undoneBy(db, log);
  for (const change of log) {
    const { act, did, why, author, at, table, id } = change;
    const tookBack = whatItTookBack(change, (other) => undone.get(other));
    const known = acts.get(act) ?? { act, did, why, author, at, tookBack, records: [] };
    acts.set(act, known);
    if (known.records.some((record) => record.id === id)) continue;
    known.records.push({ table, id, row: await db.table<Patch>(table).get(id) });
  }
  return { acts: [...acts.values()], more: log.length === limit };
}

/** An entry of each act that these take back, and of those that they take back in turn. */
async function undoneBy(db: MilepostDb, log: readonly Change[]): Promise<Map<Id, Change>> {
  const found = new Map<Id, Change>();
  let wanted = log.flatMap(({ undoes }) => undoes ?? []);
  while (wanted.length > 0) {
    const changes = await db.changes.where("act").anyOf(wanted).toArray();
    for (const change of changes) found.set(change.act, change);
    wanted = changes.flatMap(({ undoes }) => (undoes && !found.has(undoes) ? undoes : []));
  }
  return found;
}
