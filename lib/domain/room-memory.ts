import type { Instant } from "./envelope.ts";
import { type Room, roomOf } from "./meeting-room.ts";

/** What is known of a tab in which a call was seen. Kept while the browser runs, and nowhere longer. */
export interface TabMemory {
  platform: string;
  /** The last room that the tab's address named; `null` where it never did. Teams and Zoom drop it once inside. */
  key: string | null;
  state: Room["state"] | "left";
  /** Since when the tab is on this call, epoch ms. */
  sinceAt: Instant;
  /** When it was last seen on a page of the call. */
  seenAt: Instant;
}

/** A look at a tab. Without permission for its site there is no address. */
export interface Sight {
  url: string | null;
  /** It plays sound. */
  audible: boolean;
  at: Instant;
}

/** Joining goes through pages that are no room; so long they say nothing. */
const joiningMs = 20_000;
/** So long a tab may show something else before the call is taken to be over. */
const awayMs = 60_000;
/** What is older belongs to another day. */
const forgetMs = 12 * 3_600_000;
/** A page that names no room is taken for a call when it was open so long, or plays sound. */
const dwellMs = 15_000;

/**
 * What is remembered of a tab after a look at it. A page of the same platform that names no room keeps the room that the
 * tab came through; another room takes its place.
 */
export function remembered(before: TabMemory | undefined, sight: Sight): TabMemory | undefined {
  const known = before && sight.at - before.seenAt < forgetMs ? before : undefined;
  const room = sight.url === null ? null : roomOf(sight.url);
  if (!room) return known && away(known, sight.at);
  const key = room.key === "-" ? null : room.key;
  const goesOn =
    known?.platform === room.platform && (key === null || known.key === null || known.key === key);
  if (room.state === "ended") {
    return goesOn ? { ...known, state: "ended", seenAt: sight.at } : undefined;
  }
  const isNew = !goesOn || known.state === "ended" || known.state === "left";
  return {
    platform: room.platform,
    key: key ?? (goesOn ? known.key : null),
    state: room.state,
    sinceAt: isNew ? sight.at : known.sinceAt,
    seenAt: sight.at,
  };
}

/** The tab shows something else, or nothing that we may know. */
function away(known: TabMemory, at: Instant): TabMemory {
  if (known.state === "ended" || known.state === "left") return known;
  const isJoining = at - known.sinceAt < joiningMs;
  return !isJoining && at - known.seenAt > awayMs ? { ...known, state: "left" } : known;
}

/**
 * What a tab gives reason to offer: its notes while it may be a call, the wrap-up once it is over. Never more than an
 * offer, since an address does not tell a lobby from a call.
 */
export function offerOf(
  memory: TabMemory | undefined,
  sight: Pick<Sight, "audible" | "at">,
): "notes" | "wrapUp" | null {
  if (!memory) return null;
  if (memory.state === "ended" || memory.state === "left") return "wrapUp";
  if (memory.state === "shell" && memory.key === null) {
    return sight.audible || sight.at - memory.sinceAt >= dwellMs ? "notes" : null;
  }
  if (memory.state === "shell") return sight.audible || memory.sinceAt < memory.seenAt ? "notes" : null;
  return "notes";
}
