import { applyWrite, type Change, type Patch, writeOf } from "@/lib/domain/change.ts";
import type { Id, Stamped } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import type { Sample } from "@/lib/domain/sample.ts";
import type { MetaOf, MilepostDb } from "./database.ts";
import { forget, type RecordKey } from "./forget.ts";
import { loadIndex } from "./load-index.ts";
import { logOf } from "./log.ts";
import { ensureIdentity } from "./mutate.ts";
import { idsOf } from "./sample-rows.ts";
import { recount } from "./tally.ts";

/** Who the user is in this database; made if nothing was written yet. A sample is built for this id. */
export async function ownId(db: MilepostDb): Promise<Id> {
  return (await db.transaction("rw", db.meta, async () => ensureIdentity(db))).me;
}

/** Is there a sample to look around in? */
export async function hasSample(db: MilepostDb): Promise<boolean> {
  return (await db.metaOf("sample")) !== undefined;
}

/**
 * Writes a sample with its history, as if it had been lived here, and shows it. All of it or nothing; nothing if there
 * is one already. A row that the user has of themselves is left as it is.
 * @param sample built for {@link ownId}
 */
export async function addSample(db: MilepostDb, sample: Sample): Promise<void> {
  const index = await loadIndex();
  return db.transaction("rw", db.tables, async () => {
    if (await hasSample(db)) return;
    const { me, writer } = await ensureIdentity(db);
    const known = new Set(await db.people.where("id").anyOf(sample.people).primaryKeys());
    const rows = new Map<Id, { table: TableName; row: Stamped & Patch }>();
    const acts = new Map<string, Id>();
    const changes: Change[] = [];
    let last: Stamp | undefined;
    for (const { at, did, why, ...write } of sample.writes) {
      if (write.table === "people" && known.has(write.id)) continue;
      const act = acts.get(`${at} ${did}`) ?? db.newId();
      acts.set(`${at} ${did}`, act);
      const context = { now: at, writer, author: me, act, did, why, last };
      const applied = applyWrite(rows.get(write.id)?.row, write, context);
      if (!applied) continue;
      rows.set(write.id, { table: write.table, row: applied.row });
      changes.push(applied.change);
      last = applied.change.stamp;
    }
    for (const name of tableNames) {
      const made = [...rows.values()].filter(({ table }) => table === name);
      // What a closing window left of an earlier sample is written over.
      await db.table(name).bulkPut(made.map(({ row }) => row));
    }
    await index.keepIndex(
      db,
      [...rows.values()].map(({ table, row }) => [table, row] as const),
    );
    await db.changes.bulkAdd(changes);
    const focus = await db.metaOf("focus");
    await db.meta.bulkPut([
      {
        key: "sample",
        mentorshipId: sample.mentorshipId,
        people: sample.people.filter((id) => !known.has(id)),
        ...(focus ? { focusBefore: focus.mentorshipId } : {}),
      },
      { key: "focus", mentorshipId: sample.mentorshipId },
    ]);
    await recount(db);
  });
}

/**
 * Takes the sample away without a trace: its rows and those that were added while looking around, their history,
 * drafts and announcements. Not undoable. Does nothing without a sample.
 */
export async function removeSample(db: MilepostDb): Promise<void> {
  const index = await loadIndex();
  return db.transaction("rw", db.tables, async () => {
    const sample = await db.metaOf("sample");
    if (!sample) return;
    const gone = await Promise.all(
      tableNames.map(async (name) => (await idsOf(db, sample, name)).map((id): RecordKey => [name, id])),
    );
    const kept = await ownNameSince(db, sample);
    // It is sent nowhere; see `isOfSample`.
    await forget(db, gone.flat(), index, { isKnownElsewhere: true });
    if (kept) {
      await db.table("people").put(kept.row);
      await index.keepIndex(db, [["people", kept.row]]);
      // With places of their own: up to the old ones the log may have been sent, without what came with the sample.
      await db.changes.bulkAdd(kept.changes);
    }

    const focus = await db.metaOf("focus");
    if (focus?.mentorshipId === sample.mentorshipId) {
      if (sample.focusBefore === undefined) await db.meta.delete("focus");
      else await db.meta.put({ key: "focus", mentorshipId: sample.focusBefore });
    }
    await db.meta.delete("sample");
    await recount(db);
  });
}

/**
 * The user's own row, where it came with the sample but they gave their name since: what they wrote in it themselves,
 * as if the sample had never been there.
 */
async function ownNameSince(db: MilepostDb, sample: MetaOf<"sample">) {
  const me = (await db.metaOf("identity"))?.me;
  if (me === undefined || !sample.people.includes(me)) return null;
  const [, ...since] = await logOf(db, "people", me);
  let row: (Stamped & Patch) | undefined;
  const changes: Change[] = [];
  for (const change of since) {
    const context = { ...change, now: change.at, writer: change.stamp[2], last: changes.at(-1)?.stamp };
    const applied = applyWrite(row, writeOf(change.table, change.id, change.patch), context);
    if (!applied) continue;
    row = applied.row;
    changes.push(applied.change);
  }
  // Without a name of their own it is Carla's row that they wrote in.
  return row && "name" in row ? { row, changes } : null;
}
