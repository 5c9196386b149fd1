import type { DBCoreMutateRequest } from "dexie";
import type { DbOptions, MilepostDb } from "@/lib/db/database.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { withOtherId } from "@/lib/domain/merge.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { opOfChange, onTheWay, userOnTheWay } from "@/lib/spaces/ops.ts";
import { dexieReplica } from "@/lib/spaces/replica.ts";
import type { Row } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { setUpSpace } from "./space-row.ts";
import type { MakeSubject, Seen, Subject } from "./subject.ts";

/** Fields of a person, which the simulator's edits go to. */
const fields: Record<string, string> = { f0: "role", f1: "notes", f2: "journey" };

/** The real database as a browser of the simulator: edits by `mutate`, ends of the browser in the middle of a write. */
export function dexieSubject(newHome: () => (options: DbOptions) => MilepostDb): MakeSubject {
  return async ({ name, mayCrash, now, randomHex }) => {
    const open = newHome();
    let isUnderTest = false;
    const start = (): MilepostDb => {
      const opening = open({ name, now, newId: () => randomHex(32) });
      opening.use({
        stack: "dbcore",
        name: "crashes",
        create: (core) => ({
          ...core,
          table: (table) => {
            const downlevel = core.table(table);
            return {
              ...downlevel,
              mutate: (request: DBCoreMutateRequest) => {
                if (isUnderTest && (table === "changes" || table === "batches" || table === "spaces"))
                  mayCrash();
                return downlevel.mutate(request);
              },
            };
          },
        }),
      });
      return opening;
    };
    let db = start();
    const subject: Subject = {
      get replica() {
        return dexieReplica(db, personalSpace);
      },
      write: async ({ id, field, value }) => {
        const to = fields[field] ?? "role";
        const act = await mutate(db, { did: "editPerson" }, async () => {
          const birth = (await db.people.get(id)) ? {} : { name: id };
          return [
            { table: "people", id, patch: { ...birth, [to]: value === null ? null : JSON.stringify(value) } },
          ];
        });
        mayCrash();
        const change = act === null ? undefined : await db.changes.where("act").equals(act).first();
        const me = (await db.metaOf("identity"))?.me ?? "";
        return change && opOfChange(change, me);
      },
      valueOf: async (id, field) => {
        const row = (await db.people.get(id)) as unknown as Row | undefined;
        const value = row?.[fields[field] ?? ""];
        return typeof value === "string" ? Number(value) : value;
      },
      look: () => look(db),
      copy: async () =>
        Object.fromEntries(
          await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
        ) as unknown,
      restore: async (copy) => {
        db.close();
        db = start();
        isUnderTest = false;
        await db.transaction("rw", db.tables, async () => {
          for (const table of db.tables) {
            await table.clear();
            await table.bulkPut((copy as Record<string, unknown[]>)[table.name] ?? []);
          }
        });
        isUnderTest = true;
      },
      restart: async () => {
        db.close();
        db = start();
        await db.open();
      },
    };
    await setUpSpace(db, name);
    isUnderTest = true;
    return subject;
  };
}

async function look(db: MilepostDb): Promise<Seen> {
  const me = (await db.metaOf("identity"))?.me ?? "";
  const state = (await db.spaces.get(personalSpace))?.state as SpaceState | undefined;
  const rows = new Map<string, Row>();
  const add = (table: string, row: Row): void => {
    const [op] = [onTheWay({ table, id: row.id, patch: {}, stamp: [0, 0, ""], base: {} }, me)];
    rows.set(`${table}/${op.id}`, { ...withOtherId(row, me, userOnTheWay) });
  };
  for (const { table, row } of await db.foreign.toArray()) add(table, row);
  for (const table of tableNames) for (const row of await db.table<Row>(table).toArray()) add(table, row);
  const sent = state?.sent ?? 0;
  const changes = await db.changes.toArray();
  const log = changes.map((change): { op: Op; isUnsent: boolean } => ({
    op: opOfChange(change, me),
    isUnsent: !change.synced && (change.n ?? 0) > sent,
  }));
  return { rows, log, state };
}
