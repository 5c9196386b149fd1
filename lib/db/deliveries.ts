import type { Delivery } from "@/lib/domain/delivery.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { type Occurrence, occurrenceId } from "@/lib/domain/occurrence.ts";
import type { MilepostDb } from "./database.ts";

/** A claim that was not settled within this time belonged to a run that was cut off. */
const leaseMs = 60_000;

/**
 * Takes the occurrences that nobody has announced, in one transaction, so that of two runs only one gets each.
 * @param now epoch ms
 * @param state `badge` where no notification will tell of them
 * @returns those that the caller is to announce
 */
export function claimDeliveries(
  db: MilepostDb,
  occurrences: readonly Occurrence[],
  now: Instant,
  state: "claimed" | "badge" = "claimed",
): Promise<Occurrence[]> {
  return db.transaction("rw", db.deliveries, async () => {
    const known = await db.deliveries.bulkGet(occurrences.map(occurrenceId));
    const free = occurrences.filter((_, index) => isFree(known[index], now));
    await db.deliveries.bulkPut(
      free.map(({ kind, recordId, occurrence, mentorshipId, at }) => {
        const id = occurrenceId({ recordId, occurrence });
        return {
          id,
          noticeId: id,
          dueAt: at,
          claimedAt: now,
          state,
          kind,
          recordId,
          occurrence,
          mentorshipId: mentorshipId ?? null,
        };
      }),
    );
    return free;
  });
}

function isFree(delivery: Delivery | undefined, now: Instant): boolean {
  if (!delivery) return true;
  // Also where the clock was set back meanwhile.
  return delivery.state === "claimed" && Math.abs(now - delivery.claimedAt) > leaseMs;
}

/** Those of the occurrences that nobody has announced, by what is written down of them. */
export function unannounced(
  occurrences: readonly Occurrence[],
  deliveries: readonly Delivery[],
  now: Instant,
): Occurrence[] {
  const known = new Map(deliveries.map((row) => [row.id, row]));
  return occurrences.filter((each) => isFree(known.get(occurrenceId(each)), now));
}

/** Of the occurrences those that a run was cut off at, by the notification that it was about to show or has shown. */
export async function interruptedDeliveries(
  db: MilepostDb,
  occurrences: readonly Occurrence[],
  now: Instant,
): Promise<Map<Id, Occurrence[]>> {
  const known = await db.deliveries.bulkGet(occurrences.map(occurrenceId));
  const found = new Map<Id, Occurrence[]>();
  for (const [index, occurrence] of occurrences.entries()) {
    const delivery = known[index];
    if (delivery?.state !== "claimed" || !isFree(delivery, now)) continue;
    found.set(delivery.noticeId, [...(found.get(delivery.noticeId) ?? []), occurrence]);
  }
  return found;
}

/** Says how claimed occurrences were announced, and by which notification. */
export async function settleDeliveries(
  db: MilepostDb,
  occurrences: readonly Occurrence[],
  noticeId: Id,
  state: Delivery["state"],
): Promise<void> {
  const changes = { noticeId, state };
  await db.deliveries.bulkUpdate(occurrences.map((each) => ({ key: occurrenceId(each), changes })));
}

/** What is written down of these occurrences. */
export async function deliveriesOf(db: MilepostDb, occurrences: readonly Occurrence[]): Promise<Delivery[]> {
  const deliveries = await db.deliveries.bulkGet(occurrences.map(occurrenceId));
  return deliveries.filter((delivery) => delivery !== undefined);
}

/** What one notification told of. */
export function deliveriesIn(db: MilepostDb, noticeId: Id): Promise<Delivery[]> {
  return db.deliveries.where("noticeId").equals(noticeId).toArray();
}

/** When each notification that was shown from `from` up to `to` was shown; one that grouped several counts once. */
export async function noticesBetween(db: MilepostDb, from: Instant, to: Instant): Promise<Instant[]> {
  const rows = await db.deliveries.where("claimedAt").between(from, to, true, true).toArray();
  const shown = rows.filter(({ state }) => state !== "badge");
  return [...new Map(shown.map(({ noticeId, claimedAt }) => [noticeId, claimedAt])).values()];
}

/** Enters what was announced elsewhere; what is known here to have been shown stays. */
export async function enterDeliveries(db: MilepostDb, deliveries: readonly Delivery[]): Promise<void> {
  await db.transaction("rw", db.deliveries, async () => {
    const known = await db.deliveries.bulkGet(deliveries.map(({ id }) => id));
    await db.deliveries.bulkPut(deliveries.filter((_, index) => known[index]?.state !== "shown"));
  });
}

/**
 * Forgets what came due so long ago that no occurrence can ask for it any more, and what was announced by a clock that
 * was ahead and has been set back: its moment is only coming.
 */
export async function forgetDeliveries(db: MilepostDb, before: Instant, now: Instant): Promise<void> {
  // Read first: each wake comes here, and hardly one has anything to write.
  const stale = await db.transaction("r", db.deliveries, async () => [
    ...(await db.deliveries.where("dueAt").below(before).primaryKeys()),
    ...(await db.deliveries.where("dueAt").above(now).primaryKeys()),
  ]);
  if (stale.length > 0) await db.deliveries.bulkDelete(stale);
}
