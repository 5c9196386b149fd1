import { i18n } from "#i18n";
import { sampleSize } from "@/lib/db/sample-rows.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { go } from "./route.ts";

/** The sample, as something to be rid of: how much of it there is, and away with all of it. */
export function createSampleRemoval() {
  return {
    /** Which mentorship it is, and how many records per table; `null` without a sample. */
    size: liveSignal(() => sampleSize(db)),
    async remove(): Promise<boolean> {
      const done = await perform(async () => {
        // Loaded when it is needed, as nearly nobody needs it twice.
        const [{ whileFewer }, { removeSample }] = await Promise.all([
          import("./health.ts"),
          import("@/lib/db/sample.ts"),
        ]);
        await whileFewer(db, () => removeSample(db));
      }, i18n.t("settings.data.sampleGone"));
      // Where it was all there was, the settings would stand there with nothing around them.
      if (done && (await db.mentorships.count()) === 0) go("/welcome");
      return done;
    },
  };
}

export type SampleRemovalModel = ReturnType<typeof createSampleRemoval>;
