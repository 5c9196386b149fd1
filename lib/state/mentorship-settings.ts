import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import { stageWordingSetting } from "@/lib/browser/settings.ts";
import { removeMentorship } from "@/lib/db/mentorships.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { mentorshipContents } from "@/lib/db/trash.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { StageWording } from "@/lib/domain/life-cycle.ts";
import { currentVisit } from "@/lib/domain/stages.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName } from "./partner-name.ts";

/** The mentorship in focus as a whole: the stage it is in, and its way to the trash. */
export function createMentorshipSettings() {
  return {
    view: liveSignal(async () => {
      const focused = await focusedMentorship(db);
      if (!focused) return null;
      const { mentorship } = focused;
      return {
        id: mentorship.id,
        partnerName: partnerName(focused),
        stage: currentVisit(mentorship, today.peek()).stage,
        contents: await mentorshipContents(db, mentorship.id),
      };
    }, today),
    chooseWording(wording: StageWording): void {
      stageWordingSetting.write(wording).catch((error: unknown) => reportError("setting", error));
    },
    remove(id: Id): Promise<boolean> {
      return perform(() => removeMentorship(db, id), i18n.t("stage.removed"));
    },
  };
}

export type MentorshipSettingsModel = ReturnType<typeof createMentorshipSettings>;
