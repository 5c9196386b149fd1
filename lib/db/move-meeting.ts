import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import type { MilepostDb } from "./database.ts";

/**
 * What moving a meeting writes, by hand or by a calendar: the old date stays in the history as moved and knows the new
 * one, which takes along its focus, the words that were noted for it, and what waits to be confirmed. Its open topics
 * need nothing: they are on the agenda of whichever meeting is next. Call inside a transaction.
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
  const copied: Write[] =
    me !== undefined && note && !note.deletedAt && note.text.trim()
      ? [
          {
            table: "notes",
            id: noteId(nextId, me),
            patch: {
              mentorshipId,
              meetingId: nextId,
              text: note.text,
              ...(note.confidential ? { confidential: true } : {}),
            },
          },
        ]
      : [];
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
    ...steps
      .filter((step) => step.status === "proposed" && !step.deletedAt)
      .map((step): Write => ({ table: "commitments", id: step.id, patch: { meetingId: nextId } })),
  ];
}

/** Why a meeting was not held, or not then, and at whose wish. */
export type NotHeld = Partial<Pick<Meeting, "notHeldWhy" | "notHeldBy">>;

/** The clock of a meeting that was not held does not go on running. */
export function notRunning({ startedAt, endedAt }: Meeting): Partial<Meeting> {
  return startedAt && !endedAt ? { startedAt: null } : {};
}

/** What makes a meeting the same one for the calendar that it came from. */
function calendarFields({ uid, recurrenceId, sequence, calendarId }: Meeting): Partial<Meeting> {
  if (!uid) return {};
  return { uid, recurrenceId, sequence, calendarId };
}
