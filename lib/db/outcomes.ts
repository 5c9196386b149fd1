import type { Id } from "@/lib/domain/envelope.ts";
import type { InventoryItem } from "@/lib/domain/inventory.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { nextOrder } from "./lines.ts";

// The outcomes that the two agreed on. They are lines of the inventory, each of which belongs to a goal.

/** In their order, those in the trash left out. */
export async function outcomesOf(db: MilepostDb, mentorshipId: Id): Promise<InventoryItem[]> {
  const rows = await db.inventory.where("mentorshipId").equals(mentorshipId).toArray();
  return rows
    .filter((row) => row.kind === "outcome" && !row.deletedAt && !row.hidden)
    .toSorted((a, b) => a.order - b.order || a.createdAt - b.createdAt);
}

/** @param goalId empty where it belongs to no goal yet */
export function addOutcome(
  db: MilepostDb,
  mentorshipId: Id,
  outcome: { text: string; goalId: string },
): Promise<Id | null> {
  return mutate(db, { did: "addInventoryItem" }, async () => {
    const order = nextOrder(await outcomesOf(db, mentorshipId));
    const patch = {
      mentorshipId,
      kind: "outcome" as const,
      text: lineFrom(outcome.text),
      goalId: outcome.goalId || null,
      hidden: false,
      order,
    };
    return [{ table: "inventory", id: db.newId(), patch }];
  });
}

export function editOutcome(
  db: MilepostDb,
  id: Id,
  outcome: { text: string; goalId: string },
): Promise<Id | null> {
  return mutate(db, { did: "editInventoryItem" }, () => [
    {
      table: "inventory",
      id,
      patch: { text: lineFrom(outcome.text), goalId: outcome.goalId || null },
    },
  ]);
}

export function removeOutcome(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeInventoryItem" }, () => [
    { table: "inventory", id, patch: { deletedAt: db.now() } },
  ]);
}
