import { i18n } from "#i18n";
import { focusedMentorship, removeMentorship, setStage } from "@/lib/db/mentorships.ts";
import { mentorshipContents } from "@/lib/db/trash.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { currentVisit } from "@/lib/domain/stages.ts";
import { type Stage, stages } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName } from "./partner-name.ts";

/** The mentorship in focus as a whole: the stage it is in, and its way to the trash. */
export function createMentorshipSettings() {
  return {
    stages,
    today,
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
    /** @param on `YYYY-MM-DD` */
    move(id: Id, stage: Stage, on: string, reason: string): Promise<Failure | null> {
      return performInForm(
        () => setStage(db, id, { stage, on, reason }),
        i18n.t("stage.moved", [i18n.t(`stages.${stage}`)]),
      );
    },
    remove(id: Id): Promise<boolean> {
      return perform(() => removeMentorship(db, id), i18n.t("stage.removed"));
    },
  };
}

export type MentorshipSettingsModel = ReturnType<typeof createMentorshipSettings>;
