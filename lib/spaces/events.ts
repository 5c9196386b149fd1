import type { MilepostDb } from "@/lib/db/database.ts";
import type { SyncEvent } from "@/lib/domain/space.ts";

/** Of all together, and of those that {@link isKeptLonger}: the rest is left to the others. */
const keptEvents = 500;
const keptLonger = 250;

/** Who can read along, and since when: to be found also after months of changes that went to and fro. */
const longer: ReadonlySet<SyncEvent["kind"]> = new Set([
  "began",
  "joined",
  "letIn",
  "tookOut",
  "newCode",
  "codeConfirmed",
  "passphraseSet",
  "passphraseRemoved",
  "renamed",
  "stopped",
]);

export const isKeptLonger = ({ kind }: SyncEvent): boolean => longer.has(kind);

/** Adds to the log of what was done, and drops its oldest: of what is ordinary before the rest. */
export async function addEvents(db: MilepostDb, events: readonly SyncEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.syncEvents.bulkAdd(events);
  const over = (await db.syncEvents.count()) - keptEvents;
  if (over <= 0) return;
  const all = await db.syncEvents.orderBy("n").toArray();
  const lasting = all.filter(isKeptLonger);
  const tooMany = lasting.slice(0, Math.max(0, lasting.length - keptLonger));
  const dropped = [...tooMany, ...all.filter((event) => !isKeptLonger(event))].slice(0, over);
  await db.syncEvents.bulkDelete(dropped.flatMap(({ n }) => n ?? []));
}
