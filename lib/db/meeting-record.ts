import type { Id } from "@/lib/domain/envelope.ts";
import type { TrackerRecords } from "@/lib/domain/tracker.ts";
import { commitmentsOf } from "./commitment-rows.ts";
import type { MilepostDb } from "./database.ts";
import { entriesOf } from "./entries.ts";
import { milestonesOf } from "./goal-rows.ts";
import { meetingsOf, meetingThere } from "./meeting-rows.ts";
import { mutate } from "./mutate.ts";
import { shownOf, trashedParents } from "./shown.ts";
import { topicsOf } from "./topic-rows.ts";

/** What the record of the meetings of a mentorship follows from, by index. */
export async function readMeetingRecord(db: MilepostDb, mentorshipId: Id): Promise<TrackerRecords> {
  const [meetings, topics, entries, commitments, milestones, evidence] = await Promise.all([
    meetingsOf(db, mentorshipId),
    topicsOf(db, mentorshipId),
    entriesOf(db, mentorshipId),
    commitmentsOf(db, mentorshipId),
    milestonesOf(db, mentorshipId),
    db.evidence.where("mentorshipId").equals(mentorshipId).toArray(),
  ]);
  return {
    meetings,
    topics,
    entries,
    commitments,
    milestones,
    evidence: shownOf(evidence, await trashedParents(db)),
  };
}

/** Says of something that was accomplished whether it belongs into the record of a meeting. */
export function setAccomplished(db: MilepostDb, id: Id, recordId: Id, belongs: boolean): Promise<Id | null> {
  return mutate(db, { did: "setAccomplished" }, async () => {
    const meeting = await meetingThere(db, id);
    const others = (meeting.leftOut ?? []).filter((each) => each !== recordId);
    return [{ table: "meetings", id, patch: { leftOut: belongs ? others : [...others, recordId] } }];
  });
}
