import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { picturesIn } from "@/lib/domain/picture-line.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { findMeeting, meetingThere } from "./meeting-rows.ts";
import { type MeetingForm, meetingPatch, notRunning } from "./meetings.ts";
import { mutate } from "./mutate.ts";
import { type NotHeld, type NotHeldForm, notHeldFrom } from "./not-held.ts";

/**
 * Moves a planned meeting: the old date stays in the history as moved, a new one takes its focus, notes and open steps
 * along.
 * @returns the id of the new one
 * @throws UserError `movedAlready` where another window was first: one meeting never becomes two
 */
export async function moveMeeting(
  db: MilepostDb,
  id: Id,
  form: MeetingForm,
  act = db.newId(),
  why?: NotHeldForm,
): Promise<Id> {
  const changed = meetingPatch(form);
  const notHeld = why ? notHeldFrom(why) : {};
  const nextId = db.newId();
  await mutate(db, { did: "moveMeeting", act }, async () => {
    const meeting = await meetingThere(db, id);
    const moved = meeting.movedToId ? await findMeeting(db, meeting.movedToId) : null;
    if (moved) throw new UserError("movedAlready");
    return movedMeeting(db, meeting, { nextId, changed, why: notHeld });
  });
  return nextId;
}

/**
 * What moving a meeting writes, by hand or by a calendar: the old date stays in the history as moved and knows the new
 * one, which takes along its focus, the words that were noted for it with their pictures, and what waits to be confirmed.
 * Its open topics need nothing: they are on the agenda of whichever meeting is next. Call inside a transaction.
 * @param changed what is different at the new date, its day and time at least
 * @param why the reason that was given, and at whose wish
 */
export async function movedMeeting(
  db: MilepostDb,
  meeting: Meeting,
  { nextId, changed, why = {} }: { nextId: Id; changed: Partial<Meeting>; why?: NotHeld },
): Promise<Write[]> {
  const { id, mentorshipId, kind, title, focus, focusTable, focusId } = meeting;
  const [me, steps] = await Promise.all([
    db.metaOf("identity").then((identity) => identity?.me),
    db.commitments.where("meetingId").equals(id).toArray(),
  ]);
  const note = me === undefined ? undefined : await db.notes.get(noteId(id, me));
  const taken = me !== undefined && note && !note.deletedAt && note.text.trim() !== "" ? note.text : null;
  const copied: Write[] =
    me !== undefined && note && taken !== null
      ? [
          {
            table: "notes",
            id: noteId(nextId, me),
            patch: {
              mentorshipId,
              meetingId: nextId,
              text: taken,
              ...(note.confidential ? { confidential: true } : {}),
            },
          },
        ]
      : [];
  const named = picturesIn(taken ?? "");
  const pictures = named.size === 0 ? [] : await db.pictures.where("meetingId").equals(id).primaryKeys();
  return [
    {
      table: "meetings",
      id,
      // One that was cancelled or that nobody came to stays so, also when another date was found for it.
      patch: {
        ...(meeting.status === "planned" ? { status: "moved" } : {}),
        movedToId: nextId,
        ...notRunning(meeting),
        ...why,
      },
    },
    {
      table: "meetings",
      id: nextId,
      patch: {
        mentorshipId,
        kind,
        title,
        ...(focus ? { focus } : {}),
        ...(focus && focusTable && focusId ? { focusTable, focusId } : {}),
        ...calendarFields(meeting),
        ...changed,
        status: "planned",
      },
    },
    ...copied,
    // A picture goes for good with its meeting, and it is the new one that is gone on with.
    ...pictures
      .filter((pictureId) => named.has(pictureId))
      .map((pictureId): Write => ({ table: "pictures", id: pictureId, patch: { meetingId: nextId } })),
    ...steps
      .filter((step) => step.status === "proposed" && !step.deletedAt)
      .map((step): Write => ({ table: "commitments", id: step.id, patch: { meetingId: nextId } })),
  ];
}

/** What makes a meeting the same one for the calendar that it came from. */
function calendarFields({ uid, recurrenceId, sequence, calendarId }: Meeting): Partial<Meeting> {
  if (!uid) return {};
  return { uid, recurrenceId, sequence, calendarId };
}
