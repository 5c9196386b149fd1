import type { Table } from "dexie";
import { applyWrite, type Change, type Patch, type Write } from "@/lib/domain/change.ts";
import type { Id, Stamped } from "@/lib/domain/envelope.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { type MetaOf, type MilepostDb, schemaVersion } from "./database.ts";

export interface Mutation {
  /** What is done, as a key of the locale file under `acts`. */
  did: string;
  /** The person's own words, where a reason was asked for. */
  why?: string;
  /** Writes of one act share an id; given where an act goes on (typing in a note), else made. */
  act?: Id;
}

/**
 * Writes rows and their change log in one strict transaction: all of it or nothing.
 *
 * `edit` runs inside the transaction, so what it reads is what it changes; it must await nothing but this database.
 * @returns the id of the act, for {@link undo}; `null` if nothing was different from what is stored
 */
export function mutate(
  db: MilepostDb,
  mutation: Mutation,
  edit: () => Promise<readonly Write[]> | readonly Write[],
): Promise<Id | null> {
  const tables = [...tableNames.map((name) => db.table(name)), db.drafts, db.changes, db.meta];
  return db.transaction("rw", tables, async () => {
    const writes = await edit();
    if (writes.length === 0) return null;
    const identity = await ensureIdentity(db);
    const clock = await db.metaOf("clock");
    const act = mutation.act ?? db.newId();
    const context = {
      now: db.now(),
      writer: identity.writer,
      author: identity.me,
      act,
      did: mutation.did,
      why: mutation.why,
    };

    let last = clock?.last;
    const rows = new Map<string, Stamped & Patch>();
    const touched = new Map<TableName, Set<Id>>();
    const changes: Change[] = [];
    const continued = mutation.act ? await changesOfAct(db, mutation.act) : new Map<string, Change>();
    for (const write of writes) {
      const key = `${write.table}/${write.id}`;
      const stored =
        rows.get(key) ?? ((await db.table(write.table).get(write.id)) as (Stamped & Patch) | undefined);
      const applied = applyWrite(stored, write, { ...context, last });
      if (!applied) continue;
      rows.set(key, applied.row);
      touched.set(write.table, (touched.get(write.table) ?? new Set()).add(write.id));
      changes.push(mergeInto(continued.get(key), applied.change));
      last = applied.change.stamp;
    }
    if (changes.length === 0 || !last) return null;

    for (const [table, ids] of touched) {
      const target: Table = db.table(table);
      await target.bulkPut([...ids].map((id) => rows.get(`${table}/${id}`)));
    }
    await db.changes.bulkPut(changes);
    await db.meta.put({ key: "clock", last });
    return act;
  });
}

/** The log entries of an act that goes on, by row. */
async function changesOfAct(db: MilepostDb, act: Id): Promise<Map<string, Change>> {
  const found = await db.changes.where("act").equals(act).toArray();
  return new Map(found.map((change) => [`${change.table}/${change.id}`, change]));
}

/**
 * An act that goes on (a minute of typing) stays one entry of the log: each save would otherwise store the whole
 * text again. The entry keeps its place, says the latest value, and remembers what the act overwrote first.
 */
function mergeInto(earlier: Change | undefined, change: Change): Change {
  if (!earlier) return change;
  return {
    ...change,
    n: earlier.n,
    patch: { ...earlier.patch, ...change.patch },
    base: { ...change.base, ...earlier.base },
  };
}

/** Who writes here: made with the first write, kept for ever. Call inside a transaction that includes `meta`. */
export async function ensureIdentity(db: MilepostDb): Promise<MetaOf<"identity">> {
  const known = await db.metaOf("identity");
  if (known) return known;
  const identity: MetaOf<"identity"> = { key: "identity", writer: db.newId(), me: db.newId() };
  await db.meta.bulkPut([identity, { key: "schema", version: schemaVersion }]);
  return identity;
}
