import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Entry } from "@/lib/domain/entry.ts";
import type { CaptureKind } from "@/lib/domain/vocabulary.ts";
import type { Write } from "@/lib/domain/change.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom, textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { raiseConcern } from "./raise-concern.ts";

/** A promise as its words were understood. */
export type PromiseRead = Pick<Commitment, "title" | "owner" | "must"> & { dueOn: Day | null };

/** Something taken down in a capture line. */
export interface Capture {
  kind: CaptureKind;
  text: string;
  /** Of an action whose words were read; without it the words are its title, and it is one's own. */
  read?: PromiseRead | null;
  mentorshipId: Id | null;
  /** The meeting whose notes it was typed beside. */
  meetingId?: Id | null;
  /** Of being in touch the day, today. */
  on?: Day;
  /** The draft that held the text, dropped in the same transaction. */
  draftId?: Id;
}

/**
 * Adds a capture. An action becomes a promise: proposed while a meeting runs (its wrap-up confirms it), open
 * otherwise. Everything else becomes an entry of the growth thread.
 */
export function addCapture(db: MilepostDb, capture: Capture): Promise<Id | null> {
  return mutate(
    db,
    { did: capture.kind === "action" ? "addCommitment" : "addEntry", also: [db.drafts] },
    async () => {
      const text = textFrom(capture.text.trim());
      if (!text) throw new UserError("emptyText");
      // Another window may have typed something else into the same line since.
      const draft = capture.draftId ? await db.drafts.get(capture.draftId) : undefined;
      if (draft?.text.trim() === text) await db.drafts.delete(draft.id);
      const write = await captureWrite(db, { ...capture, id: db.newId(), text });
      if (capture.kind === "concern") return [write, ...(await raiseConcern(db, write))];
      return capture.kind === "touch" ? [write, ...touchWrites(capture)] : [write];
    },
  );
}

/** Being in touch counts from the day on which it is taken down. */
function touchWrites({ mentorshipId, on }: Capture): Write[] {
  return mentorshipId && on ? [{ table: "mentorships", id: mentorshipId, patch: { touchedOn: on } }] : [];
}

/** What taking something down writes. Call inside a transaction. */
export async function captureWrite(
  db: MilepostDb,
  capture: Omit<Capture, "draftId"> & { id: Id },
): Promise<Write> {
  const { id, text } = capture;
  const meetingId = capture.meetingId ?? null;
  const meeting = meetingId ? await db.meetings.get(meetingId) : undefined;
  const running = meeting?.startedAt && !meeting.endedAt;
  const common = {
    mentorshipId: meeting?.mentorshipId ?? capture.mentorshipId,
    meetingId,
    atSeconds:
      running && meeting.startedAt ? Math.max(0, Math.round((db.now() - meeting.startedAt) / 1000)) : null,
  };
  if (capture.kind !== "action") {
    // A worry is meant for nobody else until the person says otherwise.
    const confidential = capture.kind === "concern" ? { confidential: true } : {};
    return { table: "entries", id, patch: { ...common, kind: capture.kind, text, ...confidential } };
  }
  return {
    table: "commitments",
    id,
    patch: {
      ...common,
      title: lineFrom(capture.read?.title ?? text),
      owner: capture.read?.owner ?? "me",
      must: capture.read?.must ?? true,
      dueOn: capture.read?.dueOn ?? null,
      status: meeting && !meeting.wrappedUpAt ? "proposed" : "open",
    },
  };
}

export function editEntry(
  db: MilepostDb,
  id: Id,
  edit: { text?: string; kind?: Entry["kind"]; confidential?: boolean },
): Promise<Id | null> {
  return mutate(db, { did: "editEntry" }, () => {
    const text = edit.text?.trim();
    if (text === "") throw new UserError("emptyText");
    return [
      {
        table: "entries",
        id,
        patch: {
          ...(text === undefined ? {} : { text: textFrom(text) }),
          ...(edit.kind === undefined ? {} : { kind: edit.kind }),
          ...(edit.confidential === undefined ? {} : { confidential: edit.confidential }),
        },
      },
    ];
  });
}

export function removeEntry(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeEntry" }, () => [{ table: "entries", id, patch: { deletedAt: db.now() } }]);
}

/** The growth thread of a mentorship, newest first. */
export async function entriesOf(db: MilepostDb, mentorshipId: Id): Promise<Entry[]> {
  const rows = await db.entries.where("mentorshipId").equals(mentorshipId).toArray();
  return rows.filter((row) => !row.deletedAt).toSorted((a, b) => b.createdAt - a.createdAt);
}

/** The reflections of a mentorship, the newest first, by index. */
export async function reflectionsOf(db: MilepostDb, mentorshipId: Id): Promise<Entry[]> {
  const rows = await db.entries.where("[mentorshipId+kind]").equals([mentorshipId, "reflection"]).toArray();
  return rows.filter((row) => !row.deletedAt).toSorted((a, b) => b.createdAt - a.createdAt);
}

/** What was taken down in a meeting, and every question of its mentorship: what the meeting's screens show, by index. */
export async function entriesForMeeting(db: MilepostDb, mentorshipId: Id, meetingId: Id): Promise<Entry[]> {
  const [taken, questions] = await Promise.all([
    db.entries.where("meetingId").equals(meetingId).toArray(),
    db.entries.where("[mentorshipId+kind]").equals([mentorshipId, "question"]).toArray(),
  ]);
  const byId = new Map([...taken, ...questions].map((entry) => [entry.id, entry]));
  return [...byId.values()].filter((row) => !row.deletedAt).toSorted((a, b) => b.createdAt - a.createdAt);
}
