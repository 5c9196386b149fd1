import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

/** Whether the room of the mentorship in focus was left: nothing goes into it until it is opened again on its page. */
export const roomIsLeft = liveSignal(async () =>
  Boolean((await focusedMentorship(db))?.mentorship.roomLeftAt),
);
