import type { Id } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom } from "./input.ts";
import { ensureIdentity, mutate } from "./mutate.ts";

/** What the user is called here; empty where they never said. */
export async function ownName(db: MilepostDb): Promise<string> {
  const me = (await db.metaOf("identity"))?.me;
  const row = me ? await db.people.get(me) : undefined;
  return row && !row.deletedAt ? row.name : "";
}

export function setOwnName(db: MilepostDb, name: string): Promise<Id | null> {
  return mutate(db, { did: "setOwnName" }, async () => {
    const { me } = await ensureIdentity(db);
    return [{ table: "people", id: me, patch: { name: lineFrom(name, "emptyText"), deletedAt: null } }];
  });
}

/** Corrects what somebody is called. */
export function renamePerson(db: MilepostDb, id: Id, name: string): Promise<Id | null> {
  return mutate(db, { did: "renamePerson" }, () => [
    { table: "people", id, patch: { name: lineFrom(name, "emptyName") } },
  ]);
}
