import { readCalls } from "@/lib/browser/call-store.ts";
import type { KnownTab } from "@/lib/browser/tabs.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { findMeeting } from "@/lib/db/meeting-rows.ts";
import { type RoomUse, usesOfRoom } from "@/lib/db/room-rows.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { ownRoomOf } from "@/lib/domain/rooms/own-room.ts";
import { saidOf } from "./call-offers.ts";

/** The call in a tab that somebody looks at, whether or not it was offered. */
export interface CallInTab {
  tabId: number;
  platform: string;
  key: string | null;
  /** Epoch ms; 0 where the background has not seen it. */
  sinceAt: Instant;
  /** Which meeting it is; `null` where nobody said so and it is not the only one it can be. */
  meeting: Meeting | null;
  /** Whose room it is. Empty for a room that nobody uses yet. */
  uses: readonly RoomUse[];
  never: boolean;
}

/**
 * What is known of a tab: from its address, where we may know that, and from what was seen of it before. A page that is
 * none of the known sites is a room only if somebody said so.
 * @returns `null` for a tab in which there is no call
 */
export async function callInTab(db: MilepostDb, tab: KnownTab): Promise<CallInTab | null> {
  const calls = await readCalls();
  const seen = calls.seen.find(({ tabId, open }) => open && tabId === tab.id);
  const room = tab.url ? roomOf(tab.url) : null;
  if (room?.state === "ended" || (!room && seen?.memory.state === "ended")) return null;
  const named = room && room.key !== "-" ? room.key : null;
  const platform = room?.platform ?? seen?.memory.platform;
  const key = named ?? (seen && seen.memory.platform === platform ? seen.memory.key : null);
  const own = platform === undefined && tab.url ? ownRoomOf(tab.url) : null;
  const found = await usesOfRoom(db, key ?? own?.key ?? null, db.now());
  const subject = platform ?? (own && (found.known || found.never) ? own.platform : undefined);
  if (subject === undefined) return null;
  const said = seen && saidOf(calls, seen);
  const meetingId = said?.meetingId ?? (seen?.memory.key === key ? seen?.meetingId : null);
  const chosen = meetingId ? await findMeeting(db, meetingId) : null;
  const only = found.known && found.uses.length === 1 ? (found.uses[0]?.meeting ?? null) : null;
  return {
    tabId: tab.id,
    platform: subject,
    key: key ?? own?.key ?? null,
    sinceAt: seen?.memory.sinceAt ?? 0,
    meeting: chosen && !chosen.endedAt ? chosen : only,
    uses: found.uses,
    never: found.never,
  };
}
