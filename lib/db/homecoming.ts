import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Castaway } from "@/lib/domain/lifeboat.ts";
import { longestLine } from "@/lib/domain/limits.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { editBetween } from "@/lib/domain/text-edit.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { captureWrite } from "./entries.ts";
import { focusedMentorship } from "./mentorship-rows.ts";
import { lineFrom, textFrom } from "./input.ts";
import { ensureIdentity, mutate } from "./mutate.ts";

/**
 * Brings in what was written while the database did not open. Each comes home once, however often it is tried: the act
 * that brings it bears its id and when it was written. One that was typed on since is an edit of what is home.
 * @returns those that are home; what has no mentorship to belong to yet, or is longer than a record may be, has to wait
 */
export async function bringHome(db: MilepostDb, castaways: readonly Castaway[]): Promise<Castaway[]> {
  const home: Castaway[] = [];
  for (const castaway of castaways) {
    if (castaway.text.trim() === "" || (await bringOneHome(db, castaway))) home.push(castaway);
  }
  return home;
}

async function bringOneHome(db: MilepostDb, castaway: Castaway): Promise<boolean> {
  const focused = (await focusedMentorship(db))?.mentorship.id ?? null;
  const did =
    castaway.kind === "note" ? "writeNote" : castaway.as === "action" ? "addCommitment" : "addEntry";
  const act = `${castaway.id}.${castaway.at}`;
  let waits = false;
  await mutate(db, { did, act }, async () => {
    if ((await db.changes.where("act").equals(act).count()) > 0) return [];
    const earlier = await db.changes.where("act").startsWith(`${castaway.id}.`).last();
    const meeting = castaway.meetingId ? await db.meetings.get(castaway.meetingId) : undefined;
    if (castaway.kind === "note" && meeting) {
      const { me } = await ensureIdentity(db);
      const id = noteId(meeting.id, me);
      const text = withCastaway((await db.notes.get(id))?.text ?? "", castaway, earlier !== undefined);
      const patch = { meetingId: meeting.id, mentorshipId: meeting.mentorshipId, text: textFrom(text) };
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
    const text = textFrom(castaway.text.trim());
    const row = await homeRow(db, castaway.id);
    const untouched = row && earlier?.id === castaway.id && row.text === earlier.patch[row.field];
    if (row && untouched && (row.table === "entries" || text.length <= longestLine)) {
      const words = row.table === "entries" ? text : lineFrom(text);
      // Half of it may have been thrown away; the whole was not.
      return [{ table: row.table, id: castaway.id, patch: { [row.field]: words, deletedAt: null } }];
    }
    const write = await captureWrite(db, {
      // What came home of it was edited since: the two stand side by side.
      id: row ? act : castaway.id,
      kind,
      text,
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

/** What came home under an id before, if it is still here. */
async function homeRow(
  db: MilepostDb,
  id: Id,
): Promise<{ table: "entries" | "commitments"; field: "text" | "title"; text: string } | undefined> {
  const [entry, commitment] = await Promise.all([db.entries.get(id), db.commitments.get(id)]);
  if (entry) return { table: "entries", field: "text", text: entry.text };
  return commitment && { table: "commitments", field: "title", text: commitment.title };
}

/**
 * A note with what was typed aside in it: in its place if the note is still the one it was typed into, else at its end.
 * @param goesOn the beginning of it is in the note already
 */
function withCastaway(
  text: string,
  castaway: { text: string; before?: string | undefined },
  goesOn: boolean,
): string {
  if (text === castaway.before || text.trim() === "") return castaway.text;
  if (text.includes(castaway.text.trim())) return text;
  const words =
    castaway.before === undefined
      ? castaway.text
      : (editBetween(castaway.before, castaway.text)?.insert ?? "");
  if (!words.trim() || text.includes(words.trim())) return text;
  const end = text.trimEnd();
  return (goesOn && continued(end, words.trim())) || `${end}\n\n${words.trim()}`;
}

/** The text with the rest of the words, if it ends with their beginning. */
function continued(text: string, words: string): string | undefined {
  for (let length = Math.min(text.length, words.length); length > 0; length -= 1) {
    if (text.endsWith(words.slice(0, length))) return text + words.slice(length);
  }
  return undefined;
}
