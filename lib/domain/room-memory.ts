import type { Instant } from "./envelope.ts";
import type { Room } from "./meeting-room.ts";

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

/** A look at a tab. */
export interface Sight {
  /** What its address says; `null` if that is no call. `undefined` where we may not know the address: nothing is learnt. */
  room: Room | null | undefined;
  /** It plays sound, which every extension may know. */
  audible: boolean;
  at: Instant;
}

/** Joining goes through pages that are no room; so long they say nothing. */
const joiningMs = 20_000;
/** So long a tab may show something else before the call is taken to be over. */
const awayMs = 60_000;
/** So long a tab whose address we may not know may be silent before the call in it is taken to be over. */
const silentMs = 10 * 60_000;
/** What is older belongs to another day. */
const forgetMs = 12 * 3_600_000;
/** A page that names no room is taken for a call when it was open so long, or plays sound. */
const dwellMs = 15_000;
/** A link that opens an application says nothing of how long the call goes on there. */
const launchedMs = 60 * 60_000;

/**
 * What is remembered of a tab after a look at it. A page of the same platform that names no room keeps the room that the
 * tab came through; another room takes its place.
 */
export function remembered(before: TabMemory | undefined, sight: Sight): TabMemory | undefined {
  const { room, at } = sight;
  const known = before && at - before.seenAt < forgetMs ? before : undefined;
  if (room === undefined) return known && unseen(known, sight);
  if (!room) return known && away(known, at);
  const key = room.key === "-" ? null : room.key;
  const goesOn =
    known?.platform === room.platform && (key === null || known.key === null || known.key === key);
  if (room.state === "ended") {
    return goesOn ? { ...known, state: "ended", seenAt: isOver(known) ? known.seenAt : at } : undefined;
  }
  return {
    platform: room.platform,
    key: key ?? (goesOn ? known.key : null),
    state: room.state,
    sinceAt: goesOn && !isOver(known) ? known.sinceAt : at,
    seenAt: at,
  };
}

/** The tab was closed. */
export function closed(memory: TabMemory): TabMemory | undefined {
  if (isOver(memory)) return memory;
  // The application goes on without the page that opened it.
  return memory.state === "launcher" ? undefined : { ...memory, state: "left" };
}

/** The tab shows something else. */
function away(known: TabMemory, at: Instant): TabMemory | undefined {
  if (isOver(known) || at - known.sinceAt < joiningMs || at - known.seenAt <= awayMs) return known;
  return closed(known);
}

/** The tab shows something that we may not know. */
function unseen(known: TabMemory, { audible, at }: Sight): TabMemory {
  if (isOver(known) || known.state === "launcher") return known;
  if (audible) return { ...known, seenAt: at };
  return at - known.seenAt > silentMs ? { ...known, state: "left" } : known;
}

function isOver({ state }: TabMemory): boolean {
  return state === "ended" || state === "left";
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
  if (memory.state === "ended") return "wrapUp";
  // A room that was only glanced at was no call.
  if (memory.state === "left") return memory.seenAt - memory.sinceAt >= joiningMs ? "wrapUp" : null;
  if (memory.state === "shell") {
    return sight.audible || sight.at - memory.sinceAt >= dwellMs ? "notes" : null;
  }
  return "notes";
}

/** Is the tab taken to be in a call at this moment? */
export function isInCall(memory: TabMemory, sight: Pick<Sight, "audible" | "at">): boolean {
  if (memory.state === "launcher") return sight.at - memory.sinceAt < launchedMs;
  return offerOf(memory, sight) === "notes";
}

/** When the tab is to be looked at again though nothing happens in it, epoch ms; `null` for not at all. */
export function nextLookAt(memory: TabMemory, sight: Pick<Sight, "audible" | "at">): Instant | null {
  if (isOver(memory) || memory.state === "launcher") return null;
  if (memory.seenAt < sight.at) {
    const at = Math.max(memory.seenAt + awayMs, memory.sinceAt + joiningMs) + 1_000;
    return at > sight.at ? at : null;
  }
  const waits = memory.state === "shell" && offerOf(memory, sight) === null;
  return waits ? memory.sinceAt + dwellMs : null;
}
