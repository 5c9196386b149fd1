import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Castaway } from "@/lib/domain/lifeboat.ts";
import { longestLine } from "@/lib/domain/limits.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { editBetween } from "@/lib/domain/text-edit.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { captureWrite } from "./entries.ts";
import { focusedMentorship } from "./mentorships.ts";
import { ensureIdentity, mutate } from "./mutate.ts";

/**
 * Brings in what was written while the database did not open. Each comes home once, however often it is tried: the act
 * that brings it bears its id.
 * @returns the ids of those that are home; what has no mentorship to belong to yet has to wait
 */
export async function bringHome(db: MilepostDb, castaways: readonly Castaway[]): Promise<Id[]> {
  const home: Id[] = [];
  for (const castaway of castaways) {
    if (castaway.text.trim() === "" || (await bringOneHome(db, castaway))) home.push(castaway.id);
  }
  return home;
}

async function bringOneHome(db: MilepostDb, castaway: Castaway): Promise<boolean> {
  const focused = (await focusedMentorship(db))?.mentorship.id ?? null;
  const did =
    castaway.kind === "note" ? "writeNote" : castaway.as === "action" ? "addCommitment" : "addEntry";
  let waits = false;
  await mutate(db, { did, act: castaway.id }, async () => {
    if ((await db.changes.where("act").equals(castaway.id).count()) > 0) return [];
    const meeting = castaway.meetingId ? await db.meetings.get(castaway.meetingId) : undefined;
    if (castaway.kind === "note" && meeting) {
      const { me } = await ensureIdentity(db);
      const id = noteId(meeting.id, me);
      const text = withCastaway((await db.notes.get(id))?.text ?? "", castaway);
      const patch = { meetingId: meeting.id, mentorshipId: meeting.mentorshipId, text };
      return [{ table: "notes", id, patch }];
    }
    const wanted = castaway.kind === "capture" ? castaway.mentorshipId : null;
    const mentorshipId = wanted && (await db.mentorships.get(wanted)) ? wanted : focused;
    waits = !mentorshipId && !meeting;
    if (waits) return [];
    // A promise fits on one line; what is longer stays whole as a thought.
    const kind =
      castaway.kind === "note" || (castaway.as === "action" && castaway.text.length > longestLine)
        ? "thought"
        : castaway.as;
    const write = await captureWrite(db, {
      id: castaway.id,
      kind,
      text: castaway.text.trim(),
      mentorshipId,
      meetingId: meeting?.id ?? null,
    });
    return [bornAt(write, castaway.at)];
  }).catch((error: unknown) => {
    // Too long for a note or lost from under it: it stays aside, where it is safe.
    if (!(error instanceof UserError)) throw error;
    waits = true;
  });
  return !waits;
}

/** It was written then, not when it came home; and it is not beside a call that runs now. */
function bornAt(write: Write, createdAt: number): Write {
  Object.assign(write.patch, { createdAt, atSeconds: null });
  return write;
}

/** A note with what was typed aside in it: in its place if the note is still the one it was typed into, else at its end. */
function withCastaway(text: string, castaway: { text: string; before?: string | undefined }): string {
  if (text === castaway.before || text.trim() === "") return castaway.text;
  if (text.includes(castaway.text.trim())) return text;
  const words =
    castaway.before === undefined
      ? castaway.text
      : (editBetween(castaway.before, castaway.text)?.insert ?? "");
  return !words.trim() || text.includes(words.trim()) ? text : `${text.trimEnd()}\n\n${words.trim()}`;
}
