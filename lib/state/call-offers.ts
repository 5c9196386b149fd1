import type { Calls, SaidCall, SeenCall } from "@/lib/browser/call-store.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { findMeeting } from "@/lib/db/meeting-rows.ts";
import { findMentorship, type MentorshipView } from "@/lib/db/mentorship-rows.ts";
import { type RoomUse, roomChoice, usesOfRoom } from "@/lib/db/room-rows.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { offerOf } from "@/lib/domain/room-memory.ts";
import { isAbout } from "@/lib/domain/room-use.ts";

/** What there is to offer for a call in a tab. */
export type CallOffer = {
  tabId: number;
  platform: string;
  /** The room, `null` where none is named. */
  key: string | null;
  /** When the call began and when it was last seen, epoch ms. */
  sinceAt: Instant;
  seenAt: Instant;
} & (
  | { kind: "notes"; meeting: Meeting; view: MentorshipView }
  /** Whose call is it? One of these, as far as is known. */
  | { kind: "ask"; uses: readonly RoomUse[] }
  | { kind: "wrapUp"; meeting: Meeting; view: MentorshipView }
);

/** What an answer is of: the room, or the platform where none is named. */
export function subjectOf({ key, platform }: Pick<CallOffer, "key" | "platform">): string {
  return key ?? platform;
}

/** The background sees a call within this time of what is said of it. */
const seenWithinMs = 60_000;

/** The answer that was given to a call. */
export function saidOf({ said }: Calls, { tabId, memory }: SeenCall): SaidCall | undefined {
  const early = (each: SaidCall): boolean =>
    each.sinceAt === 0 && each.of === subjectOf(memory) && Math.abs(each.at - memory.sinceAt) < seenWithinMs;
  return said.find((each) => each.tabId === tabId && (each.sinceAt === memory.sinceAt || early(each)));
}

/** All that is to be offered now, the newest call first. */
export async function offersOf(db: MilepostDb, calls: Calls, now: Instant): Promise<CallOffer[]> {
  const offers = await Promise.all(calls.seen.map((call) => offerFor(db, call, saidOf(calls, call), now)));
  return offers.filter((offer) => offer !== null).toSorted((a, b) => b.sinceAt - a.sinceAt);
}

async function offerFor(
  db: MilepostDb,
  call: SeenCall,
  said: SaidCall | undefined,
  now: Instant,
): Promise<CallOffer | null> {
  const { platform, key, sinceAt, seenAt } = call.memory;
  const what = offerOf(call.memory, { audible: call.audible, at: now });
  if (!what || (what === "notes" && said?.notes) || (what === "wrapUp" && said?.wrapUp)) {
    return null;
  }
  const facts = { tabId: call.tabId, platform, key, sinceAt, seenAt };
  const meetingId = said?.meetingId ?? call.meetingId;
  const meeting = meetingId ? await findMeeting(db, meetingId) : null;
  const view = meeting && (await findMentorship(db, meeting.mentorshipId));
  if (key && (await roomChoice(db, key))?.never) return null;
  if (what === "wrapUp") {
    const toWrapUp = meeting && !meeting.endedAt && !meeting.wrappedUpAt && isAbout(meeting, seenAt);
    return toWrapUp && view ? { ...facts, kind: "wrapUp", meeting, view } : null;
  }
  if (meeting && view) {
    // Its notes run already, or the call was ended by hand.
    return meeting.startedAt || meeting.endedAt ? null : { ...facts, kind: "notes", meeting, view };
  }
  const { uses } = await usesOfRoom(db, key, now);
  return uses.length > 0 ? { ...facts, kind: "ask", uses } : null;
}
