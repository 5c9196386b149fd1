import type { Table } from "dexie";
import { applyWrite, type Change, continueAct, type Patch, type Write } from "@/lib/domain/change.ts";
import type { Deed } from "@/lib/domain/deeds.ts";
import type { Id, Stamped } from "@/lib/domain/envelope.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { searchVersion } from "@/lib/domain/search-version.ts";
import type { MetaOf, MilepostDb } from "./database.ts";
import { lastStamp } from "./log.ts";
import { loadIndex } from "./load-index.ts";
import { opened } from "./opened.ts";

export interface Mutation {
  did: Deed;
  /** The person's own words, where a reason was asked for. */
  why?: string;
  /** Writes of one act share an id; given where an act goes on (typing in a note), else made. */
  act?: Id;
  /** The act that is taken back. */
  undoes?: Id;
  /** Tables beside the records' own that `edit` uses. Drafts are kept out of it: a key must never wait for a save. */
  also?: readonly Table[];
}

/**
 * What a write says that makes a row. One that does not is an edit, and an edit of a row that is gone (the sample was
 * removed in another window) must not leave a fragment behind.
 */
const birthFields: Partial<Record<TableName, string>> = {
  people: "name",
  mentorships: "role",
  inventory: "kind",
  skills: "name",
  templates: "goals",
  reminders: "kind",
  rooms: "key",
  questions: "text",
};
const birthField = (table: TableName): string => birthFields[table] ?? "mentorshipId";

/**
 * Writes rows and their change log in one strict transaction: all of it or nothing.
 *
 * `edit` runs inside the transaction, so what it reads is what it changes; it must await nothing but this database.
 * @returns the id of the act, for {@link undo}; `null` if nothing was different from what is stored
 * @throws UserError `notFound` for an edit of a row that is not there
 */
export async function mutate(
  db: MilepostDb,
  mutation: Mutation,
  edit: () => Promise<readonly Write[]> | readonly Write[],
): Promise<Id | null> {
  await opened(db);
  // A part that cannot be loaded must not keep anything from being written.
  const index = await loadIndex().catch(() => null);
  const tables = [
    ...tableNames.map((name) => db.table(name)),
    db.searchDocs,
    db.searchWords,
    db.searchStale,
    db.changes,
    db.meta,
    ...(mutation.also ?? []),
  ];
  return db.transaction("rw", tables, async () => {
    const writes = await edit();
    if (writes.length === 0) return null;
    const identity = await ensureIdentity(db);
    const act = mutation.act ?? db.newId();
    const context = {
      now: db.now(),
      writer: identity.writer,
      author: identity.me,
      act,
      did: mutation.did,
      why: mutation.why,
      undoes: mutation.undoes,
    };

    // What goes on after a copy was taken is a new entry, so that the log can be replayed to the moment of the copy.
    const sealed = mutation.act ? await db.metaOf("sealed") : undefined;
    // And after it was sent: what others have is not changed any more.
    const sent = mutation.act ? await db.metaOf("sent") : undefined;
    const tally = await db.metaOf("tally");
    let last = await lastStamp(db);
    const made = new Map<string, { row: Stamped & Patch; change: Change }>();
    for (const write of writes) {
      const key = `${write.table}/${write.id}`;
      const stored = made.get(key)?.row ?? (await rowOf(db, write));
      if (!stored && !(birthField(write.table) in write.patch)) throw new UserError("notFound");
      if (isClosed(stored, write, mutation)) throw new UserError("agreedAlready");
      const applied = applyWrite(stored, write, { ...context, last });
      if (!applied) continue;
      if (!stored && tally) tally.counts[write.table] += 1;
      const earlier =
        made.get(key)?.change ?? (mutation.act ? await entryOf(db, context, write, stored) : undefined);
      const goesOn =
        earlier &&
        !(sealed && compareStamps(earlier.stamp, sealed.stamp) <= 0) &&
        !(sent && earlier.n !== undefined && earlier.n <= sent.upTo);
      made.set(key, goesOn ? continueAct(earlier, applied) : applied);
      last = applied.change.stamp;
    }
    if (made.size === 0 || !last) return null;

    for (const table of tableNames) {
      const rows = [...made.values()].filter(({ change }) => change.table === table).map(({ row }) => row);
      if (rows.length > 0) await db.table(table).bulkPut(rows);
    }
    const written = [...made.values()].map(({ row, change }) => [change.table, row] as const);
    if (index) await index.keepIndex(db, written);
    else
      await db.searchStale.bulkPut(
        written.map(([table, { id }]) => ({ id: `${table}/${id}`, at: db.now() })),
      );
    const places = await db.changes.bulkPut(
      [...made.values()].map(({ change }) => change),
      { allKeys: true },
    );
    if (tally) await db.meta.put({ ...tally, lastN: Math.max(tally.lastN, ...places) });
    await db.meta.put({ key: "clock", last });
    return act;
  });
}

/**
 * A version of an agreement that both agreed on is never changed, by whatever way; only the act of agreeing itself can be
 * taken back, and the whole version removed with its mentorship.
 */
function isClosed(stored: Patch | undefined, { table, patch }: Write, { undoes }: Mutation): boolean {
  if (table !== "agreements" || stored?.["status"] !== "agreed") return false;
  return !(undoes && "status" in patch);
}

async function rowOf(db: MilepostDb, { table, id }: Write): Promise<(Stamped & Patch) | undefined> {
  return (await db.table(table).get(id)) as (Stamped & Patch) | undefined;
}

/**
 * What the act did to the row before, if nothing else was done to the row since. What a file brought in the same act was
 * written elsewhere, and keeps the stamp that it was given there.
 */
async function entryOf(
  db: MilepostDb,
  { act, writer }: { act: Id; writer: string },
  { table, id }: Write,
  row: Stamped | undefined,
): Promise<Change | undefined> {
  const entries = await db.changes.where("act").equals(act).toArray();
  const last = entries
    .filter((change) => change.table === table && change.id === id)
    .toSorted((a, b) => compareStamps(a.stamp, b.stamp))
    .at(-1);
  const isLatest =
    last && Object.values(row?._c ?? {}).every((stamp) => compareStamps(stamp, last.stamp) <= 0);
  return isLatest && last.stamp[2] === writer ? last : undefined;
}

/** Who writes here: made with the first write, kept for ever. Call inside a transaction that includes `meta`. */
export async function ensureIdentity(db: MilepostDb): Promise<MetaOf<"identity">> {
  const known = await db.metaOf("identity");
  if (known) return known;
  const identity: MetaOf<"identity"> = { key: "identity", writer: db.newId(), me: db.newId() };
  const counts = Object.fromEntries(tableNames.map((name) => [name, 0])) as Record<TableName, number>;
  await db.meta.bulkPut([
    identity,
    { key: "schema", version: schemaVersion },
    { key: "search", version: searchVersion },
    { key: "tally", counts, lastN: 0 },
  ]);
  return identity;
}
