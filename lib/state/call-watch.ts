import { i18n } from "#i18n";
import { wakeBy } from "@/lib/browser/alarms.ts";
import { allowedSites } from "@/lib/browser/call-sites.ts";
import { keepCallsOn, readCalls, type SeenCall, writeSeenCalls } from "@/lib/browser/call-store.ts";
import { allTabs, type KnownTab } from "@/lib/browser/tabs.ts";
import { markTab } from "@/lib/browser/toolbar.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { roomChoice, usesOfRoom } from "@/lib/db/room-rows.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { type Room, roomOf } from "@/lib/domain/meeting-room.ts";
import { closed, isInCall, nextLookAt, remembered, type TabMemory } from "@/lib/domain/room-memory.ts";
import { ownRoomOf } from "@/lib/domain/rooms/own-room.ts";
import { offersOf } from "./call-offers.ts";

/** A call that is over is offered to be wrapped up for so long. */
const forgetMs = 12 * 3_600_000;

/**
 * Looks at the tabs: remembers the calls in them and puts a dot on the button of those for which there is something to
 * offer. Idempotent; for the background, which runs one at a time.
 * @returns the tabs that are remembered; `null` where there is nothing to watch, as no site is allowed either
 */
export async function watchCalls(db: MilepostDb): Promise<ReadonlySet<number> | null> {
  const now = db.now();
  const [tabs, allowed, calls] = await Promise.all([allTabs(), allowedSites(), readCalls()]);
  const open = new Map(calls.seen.filter((call) => call.open).map((call) => [call.tabId, call]));
  const seen: SeenCall[] = [];
  for (const tab of tabs) {
    const before = open.get(tab.id);
    open.delete(tab.id);
    if (!before && tab.url === null) continue;
    const room = await roomIn(db, tab, before && allowed.has(before.memory.platform));
    const memory = remembered(before?.memory, { room, audible: tab.audible, at: now });
    const goesOn = memory?.sinceAt === before?.memory.sinceAt && memory?.key === before?.memory.key;
    // Another call took its place: the one before is over.
    if (before && memory && memory.sinceAt !== before.memory.sinceAt) seen.push(...afterwards(before));
    if (!memory) continue;
    const meetingId = (goesOn && before?.meetingId) || (await meetingOf(db, memory, tab, now));
    seen.push({ tabId: tab.id, open: true, audible: tab.audible, memory, meetingId });
  }
  for (const gone of open.values()) seen.push(...afterwards(gone));
  const earlier = calls.seen.filter((call) => !call.open);
  const all = [...seen, ...earlier].filter(({ memory }) => now - memory.seenAt < forgetMs);
  if (JSON.stringify(all) !== JSON.stringify(calls.seen)) await writeSeenCalls(all);
  await mark(db, all, now);
  const nextAt = all.flatMap(
    ({ memory, audible, open: there }) => (there && nextLookAt(memory, { audible, at: now })) || [],
  );
  if (nextAt.length > 0) await wakeBy(Math.min(...nextAt));
  const watched = new Set(all.flatMap((call) => (call.open ? [call.tabId] : [])));
  return allowed.size > 0 || watched.size > 0 ? watched : null;
}

/** Forgets the calls on sites that may not be known any more. */
export async function forgetCalls(): Promise<void> {
  const [allowed, { seen }] = await Promise.all([allowedSites(), readCalls()]);
  for (const { tabId, open, memory } of seen) {
    if (open && !allowed.has(memory.platform)) await markTab(tabId, null);
  }
  await keepCallsOn(allowed);
}

function afterwards(call: SeenCall): SeenCall[] {
  const memory = closed(call.memory);
  return memory ? [{ ...call, open: false, memory }] : [];
}

/** @returns `undefined` where we may not know */
async function roomIn(db: MilepostDb, { url }: KnownTab, mayKnow = false): Promise<Room | null | undefined> {
  if (url === null) return mayKnow ? null : undefined;
  const room = roomOf(url);
  if (room) return room;
  const own = ownRoomOf(url);
  return own && (await roomChoice(db, own.key)) ? own : null;
}

/** The one meeting that a call can be, where nobody has to be asked. */
async function meetingOf(
  db: MilepostDb,
  memory: TabMemory,
  { audible }: KnownTab,
  now: Instant,
): Promise<Id | null> {
  if (!isInCall(memory, { audible, at: now })) return null;
  const { known, uses } = await usesOfRoom(db, memory.key, now);
  return known && uses.length === 1 ? (uses[0]?.meeting?.id ?? null) : null;
}

/** Neutral words: whoever looks at the screen reads them too. */
async function mark(db: MilepostDb, seen: readonly SeenCall[], now: Instant): Promise<void> {
  const offers = await offersOf(db, await readCalls(), now);
  for (const { tabId, open } of seen) {
    if (!open) continue;
    const offer = offers.find((each) => each.tabId === tabId);
    await markTab(tabId, offer ? i18n.t(`toolbar.call.${offer.kind}`) : null);
  }
}
