import { nextMeeting } from "@/lib/domain/carry-over.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { meetingsOf } from "./meeting-rows.ts";
import { focusPatch } from "./meetings.ts";
import { mutate } from "./mutate.ts";
import type { TopicOrigin } from "./topics.ts";

/**
 * Makes something the focus of the meeting that the two are about to have, in the place of the focus that it had.
 * @param words cut to one line
 * @throws UserError `noMeetingAhead` where none is planned
 */
export function focusNextMeetingOn(
  db: MilepostDb,
  mentorshipId: Id,
  words: string,
  from: TopicOrigin,
): Promise<Id | null> {
  return mutate(db, { did: "setFocus" }, async () => {
    const next = nextMeeting(await meetingsOf(db, mentorshipId), db.now());
    if (!next) throw new UserError("noMeetingAhead");
    return [{ table: "meetings", id: next.id, patch: focusPatch(topicTitle(words), from) }];
  });
}
