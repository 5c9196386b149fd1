import { checklistItems } from "@/lib/content/checklists.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { readStageRecords } from "@/lib/db/stage-records.ts";
import { checklistOf } from "@/lib/domain/checklist.ts";
import { currentVisit } from "@/lib/domain/stages.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

/** How far the checklist of the present stage is. */
export interface ChecklistCount {
  stage: Stage;
  done: number;
  total: number;
}

/** Loaded by the popup once it has been drawn. `null` without a mentorship. */
export function createChecklistCount() {
  return liveSignal(async (): Promise<ChecklistCount | null> => {
    const focused = await focusedMentorship(db);
    if (!focused) return null;
    const { stage } = currentVisit(focused.mentorship, today.peek());
    const records = await readStageRecords(db, focused.mentorship);
    const { done, total } = checklistOf(checklistItems, stage, records);
    return { stage, done, total };
  }, today);
}
