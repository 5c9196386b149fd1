import { i18n } from "#i18n";
import { addEvidence, editEvidence, type EvidenceForm, removeEvidence } from "@/lib/db/evidence.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Evidence } from "@/lib/domain/evidence.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";

/** What can be done with the evidence of a goal and its milestones. */
export const evidenceActs = {
  add(of: { goalId: Id; milestoneId?: Id | null }, form: EvidenceForm) {
    return performInForm(() => addEvidence(db, of, form), i18n.t("goalPlan.said.evidenceAdded"));
  },
  edit(id: Id, form: EvidenceForm) {
    return performInForm(() => editEvidence(db, id, form), i18n.t("goalPlan.said.evidenceSaved"));
  },
  remove(evidence: Pick<Evidence, "id" | "text">): Promise<boolean> {
    return perform(() => removeEvidence(db, evidence.id), i18n.t("goals.said.removed", [evidence.text]));
  },
};

export type EvidenceActs = typeof evidenceActs;
