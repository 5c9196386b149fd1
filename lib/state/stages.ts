import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { checklistItems } from "@/lib/content/checklists.ts";
import { dismissHint } from "@/lib/db/checks.ts";
import { answerKeepUpdated, editMentorship, type MentorshipEdit } from "@/lib/db/mentorship-edit.ts";
import { setStage } from "@/lib/db/mentorships.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { readStageRecords } from "@/lib/db/stage-records.ts";
import { checklistOf } from "@/lib/domain/checklist.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { type Hint, hintsOf } from "@/lib/domain/hints.ts";
import { currentVisit, lifePosition } from "@/lib/domain/stages.ts";
import { walkOf } from "@/lib/domain/stage-walk.ts";
import { type Role, type Stage, stages } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { checklistActs } from "./checklist-acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { replace, route, stagePath } from "./route.ts";
import { stageName } from "./stage-words.ts";
import { partnerName } from "./partner-name.ts";

async function readStages() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { mentorship, partner } = focused;
  return { mentorship, partner, records: await readStageRecords(db, mentorship) };
}

function viewOf(
  { mentorship, partner, records }: NonNullable<Awaited<ReturnType<typeof readStages>>>,
  day: Day,
) {
  const visit = currentVisit(mentorship, day);
  const listOf = (stage: Stage) => checklistOf(checklistItems, stage, records);
  const checklists = Object.fromEntries(stages.map((stage) => [stage, listOf(stage)])) as Record<
    Stage,
    ReturnType<typeof listOf>
  >;
  const list = checklists[visit.stage];
  return {
    mentorship,
    partnerName: partnerName({ mentorship, partner }),
    today: day,
    visit,
    life: lifePosition(mentorship, day),
    walk: walkOf(mentorship.visits, day),
    checklists,
    hints: hintsOf(records, list.total > 0 && list.done === list.total, day),
  };
}

export type StagesView = ReturnType<typeof viewOf>;

/** The stages of the mentorship in focus: where it is, what belongs to each, what is worth a look, the way on. */
export function createStages() {
  const rows = liveSignal(readStages);
  return {
    view: computed(() => rows.value && viewOf(rows.value, today.value)),
    today,
    ...checklistActs,
    dismiss(mentorshipId: Id, hint: Hint): Promise<boolean> {
      return perform(() => dismissHint(db, mentorshipId, hint.item), i18n.t("hints.away"));
    },
    /** @param on `YYYY-MM-DD` */
    move(id: Id, stage: Stage, on: string, reason: string) {
      return performInForm(
        () => setStage(db, id, { stage, on, reason }, today.peek()),
        i18n.t("stage.moved", [stageName(stage)]),
      );
    },
    setRole(id: Id, role: Role): Promise<boolean> {
      return perform(() => editMentorship(db, id, { role }), i18n.t("lifecycle.said.role"));
    },
    answerKeepUpdated(id: Id, answer: "yes" | "no"): Promise<boolean> {
      return perform(() => answerKeepUpdated(db, id, answer), i18n.t("reminders.settingsPage.saved"));
    },
    editMentorship(id: Id, edit: MentorshipEdit, said: "scope" | "dates") {
      return performInForm(() => editMentorship(db, id, edit), i18n.t(`lifecycle.said.${said}`));
    },
    /** A form that an address opened is closed: the address is that of the page again. */
    closeForm(): void {
      const at = route.peek();
      if (at.page === "stage" && at.set) replace(stagePath(at.stage));
    },
  };
}

export type StagesModel = ReturnType<typeof createStages>;
