import type { Write } from "@/lib/domain/change.ts";
import type { Deed } from "@/lib/domain/deeds.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { InventoryItem } from "@/lib/domain/inventory.ts";
import type { MilepostDb } from "./database.ts";
import { hereWrite, lineOf } from "./inventory.ts";
import { nextOrder } from "./lines.ts";
import { mutate } from "./mutate.ts";

/** What a line of a list can become. */
export type BecameTable = "goals" | "resources" | "commitments" | "activities";

const deedOf: Record<BecameTable, Deed> = {
  goals: "addGoal",
  resources: "addResource",
  commitments: "addCommitment",
  activities: "addActivity",
};

/**
 * Makes a record of a line, in one act: a goal, a resource, a promise of the other person, an activity. The line keeps
 * where it led, and from there it is found back; what it became already is not made twice.
 */
export function makeOfLine(db: MilepostDb, mentorshipId: Id, id: Id, table: BecameTable): Promise<Id | null> {
  return mutate(db, { did: deedOf[table] }, async () => {
    const { line } = await lineOf(db, mentorshipId, id);
    if (await becameRow(db, mentorshipId, line.item)) return [];
    const became = db.newId();
    return [
      await newRecord(db, table, became, { mentorshipId, title: line.item.text }),
      hereWrite(mentorshipId, line, { becameTable: table, becameId: became }),
    ];
  });
}

export interface Became {
  table: BecameTable;
  id: Id;
  title: string;
}

/** What became of a line in a mentorship, unless that is in the trash. */
export async function becameRow(
  db: MilepostDb,
  mentorshipId: Id,
  item: Pick<InventoryItem, "becameTable" | "becameId">,
): Promise<Became | null> {
  const table = (Object.keys(deedOf) as BecameTable[]).find((each) => each === item.becameTable);
  if (!table || !item.becameId) return null;
  const row = await db.table<Record<string, unknown>>(table).get(item.becameId);
  if (!row || row["deletedAt"] || row["mentorshipId"] !== mentorshipId) return null;
  return { table, id: item.becameId, title: String(row["title"]) };
}

async function newRecord(
  db: MilepostDb,
  table: BecameTable,
  id: Id,
  { mentorshipId, title }: { mentorshipId: Id; title: string },
): Promise<Write> {
  switch (table) {
    case "goals": {
      const order = nextOrder(await db.goals.where("mentorshipId").equals(mentorshipId).toArray());
      return { table, id, patch: { mentorshipId, title, status: "open", order } };
    }
    case "resources":
      return { table, id, patch: { mentorshipId, title, kind: "other", state: "toDo" } };
    case "commitments":
      return { table, id, patch: { mentorshipId, title, owner: "them", must: true, status: "open" } };
    case "activities":
      return { table, id, patch: { mentorshipId, title, kind: "assignment", state: "toDo" } };
  }
}
