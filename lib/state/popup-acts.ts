import { i18n } from "#i18n";
import { completeMilestone } from "@/lib/db/goals.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";

// What the popup does, loaded when it has been drawn: what it shows must not wait for the verbs.

export { addCapture } from "@/lib/db/entries.ts";
export { callInTab } from "./call-in-tab.ts";
export { finishDue, snoozeDue } from "./due.ts";

export function reachMilestone(id: Id): Promise<boolean> {
  return perform(() => completeMilestone(db, id), i18n.t("said.milestoneReached"));
}
