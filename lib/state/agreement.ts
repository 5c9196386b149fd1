import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import { saveFile } from "@/lib/browser/save-file.ts";
import {
  type AgreementEdit,
  agree,
  editAgreement,
  proposeAgreement,
  removeAgreement,
  type Signatures,
} from "@/lib/db/agreements.ts";
import { lookedAt } from "@/lib/db/review-records.ts";
import { copyOf, prefill } from "@/lib/domain/agreement-draft.ts";
import type { AgreementSection } from "@/lib/domain/agreement.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { agreementMarkdown } from "@/lib/formats/agreement-markdown.ts";
import { perform } from "./acts.ts";
import { agreementDocument, agreementFileName } from "./agreement-document.ts";
import { agreementView, readAgreement } from "./agreement-view.ts";
import { draftWords } from "./agreement-words.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { once } from "./once.ts";
import { createSectionForm, keptSections } from "./section-form.ts";
import { partnerName } from "./partner-name.ts";

/** The agreement of the mentorship in focus: its versions, and what can be done with them. */
export function createAgreement() {
  const rows = liveSignal(readAgreement);
  const versionId = signal<Id | null>(null);
  const baseId = signal<Id | null>(null);
  const comparing = signal(true);
  /** The sections of the draft that hold words which were typed and not saved. */
  const kept = signal<ReadonlySet<string>>(new Set());
  const view = computed(
    () =>
      rows.value &&
      agreementView(rows.value, { versionId: versionId.value, baseId: baseId.value, today: today.value }),
  );
  const lookForKept = (): void => {
    keptSections(db).then(
      (found) => {
        kept.value = found;
      },
      (error: unknown) => reportError("draft", error),
    );
  };
  lookForKept();

  return {
    view,
    comparing,
    kept,
    show(id: Id): void {
      versionId.value = id;
    },
    /** @param id of an earlier version, `null` to read the one that is shown */
    compareWith(id: Id | null): void {
      comparing.value = id !== null;
      if (id) baseId.value = id;
    },
    /** The first draft, from what is known. */
    begin: once(async (): Promise<boolean> => {
      const read = rows.peek();
      if (!read) return false;
      const words = draftWords({
        role: read.mentorship.role,
        myName: read.me?.name ?? "",
        partnerName: partnerName(read),
      });
      const draft = prefill(read, words);
      return perform(
        async () => (await proposeAgreement(db, read.mentorship.id, draft)).act,
        i18n.t("agreement.said.begun"),
      );
    }, false),
    /** The next version, as a copy of the last one that was agreed on. */
    propose(reason: string): Promise<Failure | null> {
      return performInForm(async () => {
        const read = rows.peek();
        const last = read?.versions.findLast((row) => row.status === "agreed");
        if (!read || !last) return null;
        const { id, act } = await proposeAgreement(
          db,
          read.mentorship.id,
          copyOf(last, read.mentorship),
          reason,
        );
        versionId.value = id;
        return act;
      }, i18n.t("agreement.said.proposed"));
    },
    form(section: AgreementSection) {
      const row = view.peek()?.draft;
      return row ? createSectionForm(row, section) : null;
    },
    save(id: Id, edit: AgreementEdit): Promise<Failure | null> {
      return performInForm(() => editAgreement(db, id, edit), i18n.t("agreement.said.saved"));
    },
    lookForKept,
    agree(id: Id, by: Signatures): Promise<Failure | null> {
      return performInForm(() => agree(db, id, by), i18n.t("agreement.said.agreed"));
    },
    async remove(id: Id): Promise<void> {
      if (await perform(() => removeAgreement(db, id), i18n.t("agreement.said.removed")))
        versionId.value = null;
    },
    lookedAt(subject: "agreementReview" | "reciprocityReview"): Promise<boolean> {
      const recordId = rows.peek()?.mentorship.id ?? "";
      return perform(() => lookedAt(db, { subject, recordId }, today.peek()), i18n.t("lookAgain.said"));
    },
    saveMarkdown(): void {
      const shown = view.peek();
      if (!shown?.shown) return;
      const text = agreementMarkdown(agreementDocument(shown.shown));
      saveFile(
        new Blob([text], { type: "text/markdown" }),
        agreementFileName(shown.partnerName, shown.shown.version),
      );
    },
  };
}

export type AgreementModel = ReturnType<typeof createAgreement>;
