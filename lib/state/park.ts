import { i18n } from "#i18n";
import { parkTopic } from "@/lib/db/agenda.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";

/** @param meetingId the meeting that a topic is parked from; `null` brings it back */
export function park(topicId: Id, meetingId: Id | null): Promise<boolean> {
  return perform(
    () => parkTopic(db, topicId, meetingId),
    i18n.t(meetingId ? "brief.saidParked" : "brief.saidBack"),
  );
}
