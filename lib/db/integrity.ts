import type { Patch } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { parentsOf } from "@/lib/domain/parents.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { replay, rowKey } from "@/lib/domain/replay.ts";
import { whyNot } from "@/lib/domain/unfit.ts";
import { rowsAtOnce, type Work } from "@/lib/domain/work.ts";
import { breathe } from "@/lib/formats/breathe.ts";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import type { MilepostDb, Unreadable } from "./database.ts";
import { takeOutOfIndex } from "./search-index.ts";
import { recount } from "./tally.ts";
import { asideOf, idInAside } from "./unreadable.ts";

type Row = Stamped & Patch;
type Rows = Record<TableName, Row[]>;

/** What a look through all data found. */
export interface Integrity {
  counts: Record<TableName, number>;
  /** How long the change log is. */
  changes: number;
  /** Rows that belong to something that is not there, by table. */
  orphans: Partial<Record<TableName, number>>;
  /** Rows that their schema does not accept, now or before: kept aside, out of sight. */
  unreadable: (Pick<Unreadable, "id" | "table" | "why"> & {
    /** The id of the row itself. */
    of: string;
  })[];
  /** Of them, those that were found this time. */
  newlyAside: number;
  /** Rows that are not what the change log tells of them. */
  differing: number;
}

/**
 * Looks through all data. Rows that cannot be read are moved to the table `unreadable`, in one transaction; nothing
 * else is changed, and nothing dropped.
 * @throws the reason of `work.signal`
 */
export async function checkIntegrity(db: MilepostDb, work: Work = {}): Promise<Integrity> {
  const { rows, log, aside } = await readAll(db);
  const total = tableNames.reduce((sum, name) => sum + rows[name].length, 0) * 2 + 1;
  let done = 0;
  const step = async (): Promise<void> => {
    done += 1;
    if (done % rowsAtOnce > 0) return;
    work.onProgress?.(done / total);
    await breathe(work.signal);
  };

  const unfit: Unreadable[] = [];
  const counts: Partial<Record<TableName, number>> = {};
  const orphans: Partial<Record<TableName, number>> = {};
  const ids = new Set(tableNames.flatMap((name) => rows[name].map(({ id }) => rowKey(name, id))));
  for (const name of tableNames) {
    counts[name] = rows[name].length;
    for (const row of rows[name]) {
      const parsed = recordSchemas[name].safeParse(row);
      if (!parsed.success) {
        const why = whyNot(parsed.error.issues[0]);
        unfit.push(asideOf({ id: row.id, table: name, row, why, foundAt: db.now() }));
      } else if (!row["deletedAt"] && isOrphan(name, row, ids)) {
        orphans[name] = (orphans[name] ?? 0) + 1;
      }
      await step();
    }
  }

  // What is aside is in the log still, and is no difference.
  const apart = new Set([...aside, ...unfit].map((each) => rowKey(each.table as TableName, idInAside(each))));
  const told = replay(log);
  let differing = 0;
  for (const name of tableNames) {
    for (const row of rows[name]) {
      const key = rowKey(name, row.id);
      const replayed = told.get(key)?.row;
      told.delete(key);
      if (!apart.has(key) && (!replayed || canonicalJson(replayed) !== canonicalJson(row))) differing += 1;
      await step();
    }
  }
  differing += [...told.keys()].filter((key) => !apart.has(key)).length;

  const moved = await setAside(db, unfit);
  for (const { table } of moved) counts[table as TableName] = (counts[table as TableName] ?? 1) - 1;
  return {
    counts: counts as Record<TableName, number>,
    changes: log.length,
    orphans,
    unreadable: [...aside, ...moved].map((row) => ({
      id: row.id,
      table: row.table,
      of: idInAside(row),
      why: row.why,
    })),
    newlyAside: moved.length,
    differing,
  };
}

/** All at one moment, so that what is written meanwhile makes no difference. */
function readAll(db: MilepostDb) {
  return db.transaction("r", db.tables, async () => {
    const tables = await Promise.all(
      tableNames.map(async (name) => [name, await db.table<Row>(name).toArray()] as const),
    );
    return {
      rows: Object.fromEntries(tables) as Rows,
      log: await db.changes.toArray(),
      aside: await db.unreadable.toArray(),
    };
  });
}

/** @returns what was moved: a row that was written anew since it was looked at stays */
async function setAside(db: MilepostDb, unfit: readonly Unreadable[]): Promise<Unreadable[]> {
  if (unfit.length === 0) return [];
  return db.transaction("rw", db.tables, async () => {
    const moved: Unreadable[] = [];
    for (const each of unfit) {
      const table = db.table<Row>(each.table);
      const { id } = each.row as Row;
      if (canonicalJson((await table.get(id)) ?? null) !== canonicalJson(each.row)) continue;
      await db.unreadable.put(each);
      await table.delete(id);
      await takeOutOfIndex(db, [[each.table as TableName, id]]);
      moved.push(each);
    }
    await recount(db);
    return moved;
  });
}

/** A mentorship with somebody who is not there is none: their name is all that is gone. */
function isOrphan(table: TableName, row: Row, ids: ReadonlySet<string>): boolean {
  return parentsOf(table, row).some(([name, id]) => name !== "people" && !ids.has(rowKey(name, id)));
}
