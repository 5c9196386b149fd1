import { findMentorship } from "@/lib/db/mentorship-rows.ts";
import { requestsMade } from "@/lib/db/requests.ts";
import type { RequestCount } from "@/lib/db/space-tables.ts";
import { minute } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerShort } from "./partner-name.ts";

/** Every request that was made to the network, as counts. */
export function createRequests() {
  return {
    now: minute,
    made: liveSignal(async () => Promise.all((await requestsMade(db)).map(withPartner))),
  };
}

/** With whom the room is that it was for; `null` for none, or where the mentorship is gone. */
async function withPartner(made: RequestCount) {
  const found = made.mentorshipId === undefined ? null : await findMentorship(db, made.mentorshipId);
  return { ...made, partner: found && partnerShort(found) };
}

export type RequestsModel = ReturnType<typeof createRequests>;
