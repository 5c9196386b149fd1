import { addSample, ownId } from "@/lib/db/sample.ts";
import { focusMentorship } from "@/lib/db/mentorship-rows.ts";
import { perform } from "./acts.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";

/**
 * Loads the sample, or goes back to the one that is there. Its text is loaded apart: few openings ever need it.
 * @returns whether it is there now
 */
export function loadSample(): Promise<boolean> {
  return perform(async () => {
    const known = await db.metaOf("sample");
    if (known) return focusMentorship(db, known.mentorshipId);
    const { sampleWrites } = await import("@/lib/content/sample.ts");
    const me = await ownId(db);
    return addSample(db, sampleWrites({ now: db.now(), timeZone: localTimeZone(), me }));
  });
}
