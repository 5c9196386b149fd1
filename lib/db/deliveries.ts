import type { Delivery } from "@/lib/domain/delivery.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { type Occurrence, occurrenceId } from "@/lib/domain/occurrences.ts";
import type { MilepostDb } from "./database.ts";

/** A claim that was not settled within this time belonged to a run that was cut off. */
const leaseMs = 60_000;

/**
 * Takes the occurrences that nobody has announced, in one transaction, so that of two runs only one gets each.
 * @param now epoch ms
 * @returns those that the caller is to announce
 */
export function claimDeliveries(
  db: MilepostDb,
  occurrences: readonly Occurrence[],
  now: Instant,
): Promise<Occurrence[]> {
  return db.transaction("rw", db.deliveries, async () => {
    const known = await db.deliveries.bulkGet(occurrences.map(occurrenceId));
    const free = occurrences.filter((_, index) => {
      const delivery = known[index];
      return !delivery || (delivery.state === "claimed" && Math.abs(now - delivery.claimedAt) > leaseMs);
    });
    await db.deliveries.bulkPut(
      free.map((occurrence) => ({
        id: occurrenceId(occurrence),
        dueAt: occurrence.at,
        claimedAt: now,
        state: "claimed" as const,
      })),
    );
    return free;
  });
}

/** Says how a claimed occurrence was announced. */
export async function settleDelivery(db: MilepostDb, id: Id, state: Delivery["state"]): Promise<void> {
  await db.deliveries.update(id, { state });
}
