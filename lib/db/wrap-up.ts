import { leftUndiscussed } from "@/lib/domain/carry-over.ts";
import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { ExtractedCapture } from "@/lib/domain/wrap-up.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, textFrom } from "./input.ts";
import { meetingThere } from "./meeting-rows.ts";
import { type MeetingForm, meetingPatch } from "./meetings.ts";
import { mutate } from "./mutate.ts";
import { isOwnNoteConfidential } from "./note-rows.ts";
import { raiseConcern } from "./raise-concern.ts";

/** A line of the notes, as a person confirmed it. */
export type FoundInNotes = Pick<ExtractedCapture, "kind" | "text" | "owner" | "dueOn" | "must" | "source"> & {
  /** Since the start of the meeting, where the line has a time mark. */
  atSeconds?: number | null;
};

export interface WrapUp {
  /** Steps and entries of the meeting that are not to be kept. */
  droppedIds: readonly Id[];
  /** What was read from the notes and is to be kept. */
  found?: readonly FoundInNotes[];
  next: MeetingForm | null;
  /** A finished wrap-up was opened again; without it, finishing twice does nothing. */
  again?: boolean;
}

/**
 * Finishes a meeting in one act: the proposed steps become promises, what was left undiscussed is carried on, the next
 * meeting is planned. The steps are read here, not handed in, so that what another window made of one stands.
 * @returns the act, for undo; `null` where another window was first, and nothing was written
 */
export function finishWrapUp(db: MilepostDb, id: Id, wrapUp: WrapUp): Promise<Id | null> {
  return mutate(db, { did: "finishWrapUp" }, async () => {
    const meeting = await meetingThere(db, id);
    if (meeting.wrappedUpAt && !wrapUp.again) return [];
    const now = db.now();
    const writes: Write[] = [
      {
        table: "meetings",
        id,
        patch: {
          status: "held",
          startedAt: meeting.startedAt ?? now,
          endedAt: meeting.endedAt ?? now,
          wrappedUpAt: now,
        },
      },
    ];
    const dropped = new Set(wrapUp.droppedIds);
    const [steps, entries, topics] = await Promise.all([
      db.commitments.where("meetingId").equals(id).toArray(),
      db.entries.where("meetingId").equals(id).toArray(),
      db.topics.where("mentorshipId").equals(meeting.mentorshipId).toArray(),
    ]);
    for (const step of steps) {
      if (step.deletedAt || (step.status !== "proposed" && step.status !== "open")) continue;
      if (dropped.has(step.id))
        writes.push({ table: "commitments", id: step.id, patch: { status: "dropped" } });
      else if (step.status === "proposed") {
        writes.push({ table: "commitments", id: step.id, patch: { status: "open" } });
      }
    }
    for (const entry of entries) {
      if (dropped.has(entry.id)) writes.push({ table: "entries", id: entry.id, patch: { deletedAt: now } });
    }
    // One that was logged afterwards was never ahead, so no topic waited for it.
    const wasAhead = meeting.createdAt <= (meeting.endedAt ?? now);
    for (const topic of leftUndiscussed({ ...meeting, wrappedUpAt: null }, topics, now)) {
      if (!wasAhead || topic.carriedFrom.includes(id)) continue;
      writes.push({ table: "topics", id: topic.id, patch: { carriedFrom: [...topic.carriedFrom, id] } });
    }
    // What was taken back or thrown away is offered again, and kept again.
    const kept = [...steps, ...entries].filter((row) => !row.deletedAt);
    const known = new Set(kept.map((row) => row.source));
    const confidential = await isOwnNoteConfidential(db, id);
    for (const each of wrapUp.found ?? []) {
      if (known.has(each.source)) continue;
      const write = foundWrite(db.newId(), meeting, each, confidential);
      writes.push(write, ...(each.kind === "concern" ? await raiseConcern(db, write) : []));
    }
    if (wrapUp.next) {
      const next = { ...meetingPatch(wrapUp.next), status: "planned" as const };
      writes.push({ table: "meetings", id: db.newId(), patch: next });
    }
    return writes;
  });
}

/** @param confidential the notes are meant for nobody else, so what was read from them is too; a worry always is */
function foundWrite(
  id: Id,
  { id: meetingId, mentorshipId }: Meeting,
  found: FoundInNotes,
  confidential: boolean,
): Write {
  const secret = confidential || found.kind === "concern";
  const { source, atSeconds = null } = found;
  const common = { mentorshipId, meetingId, source, atSeconds, ...(secret ? { confidential: true } : {}) };
  if (found.kind !== "action") {
    return { table: "entries", id, patch: { ...common, kind: found.kind, text: textFrom(found.text) } };
  }
  return {
    table: "commitments",
    id,
    patch: {
      ...common,
      title: lineFrom(found.text),
      owner: found.owner ?? "me",
      must: found.must,
      dueOn: dayFrom(found.dueOn),
      status: "open",
    },
  };
}
