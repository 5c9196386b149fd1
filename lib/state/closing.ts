import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { saveFile } from "@/lib/browser/save-file.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { addClosing, type ClosingForm, closingsOf, editClosing, removeReview } from "@/lib/db/reviews.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Review } from "@/lib/domain/review.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { closingMarkdown } from "./closing-markdown.ts";
import { copyText } from "./copy.ts";
import { db } from "./database.ts";
import { createDraft } from "./draft.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { once } from "./once.ts";
import { partnerName } from "./partner-name.ts";

/** As the form holds it: a rating is "1" to "5", or empty. */
export type ClosingDraft = {
  goalsMet: string;
  expectationsMet: string;
  relationship: string;
  lessons: string;
  text: string;
};

const empty: ClosingDraft = { goalsMet: "", expectationsMet: "", relationship: "", lessons: "", text: "" };

/** What stands in a form, as it is kept. */
export function closingFrom(draft: ClosingDraft): ClosingForm {
  const rating = (value: string): number | null => (/^[1-5]$/u.test(value) ? Number(value) : null);
  return {
    goalsMet: rating(draft.goalsMet),
    expectationsMet: rating(draft.expectationsMet),
    relationship: rating(draft.relationship),
    lessons: draft.lessons,
    text: draft.text,
  };
}

function draftOf(review: Review): ClosingDraft {
  const rating = (value: number | null | undefined): string => (value == null ? "" : String(value));
  return {
    goalsMet: rating(review.goalsMet),
    expectationsMet: rating(review.expectationsMet),
    relationship: rating(review.relationship),
    lessons: review.lessons ?? "",
    text: review.text ?? "",
  };
}

/** The closing evaluations of the mentorship in focus: written, listed, handed on. */
export function createClosing() {
  const view = liveSignal(async () => {
    const focused = await focusedMentorship(db);
    if (!focused) return null;
    return {
      mentorshipId: focused.mentorship.id,
      partnerName: partnerName(focused),
      closings: await closingsOf(db, focused.mentorship.id),
    };
  });
  /** Kept from its first key. */
  const draft = createDraft<ClosingDraft>("closing.new", empty);
  const markdown = (review: Review): string => closingMarkdown(review, view.peek()?.partnerName ?? "");
  return {
    view,
    draft,
    today: computed(() => today.value),
    /** Something was written or rated. */
    begun: computed(() => Object.values(draft.value.value).some((value) => value.trim() !== "")),
    complete: once(async (): Promise<Failure | null> => {
      const form = draft.value.peek();
      const mentorshipId = view.peek()?.mentorshipId;
      if (!mentorshipId) return "notFound";
      const problem = await performInForm(
        () => addClosing(db, mentorshipId, today.peek(), closingFrom(form)),
        i18n.t("closing.said.kept"),
      );
      // What was typed while it was being saved stays.
      if (!problem && draft.value.peek() === form) draft.clear();
      return problem;
    }, null),
    /** The form of one that is kept, with what was typed into it and not saved. */
    formOf(review: Review) {
      return createDraft<ClosingDraft>(`${review.id}.edit`, draftOf(review));
    },
    edit(id: Id, form: ClosingDraft) {
      return performInForm(() => editClosing(db, id, closingFrom(form)), i18n.t("closing.said.saved"));
    },
    remove(id: Id): Promise<boolean> {
      return perform(() => removeReview(db, id), i18n.t("closing.said.removed"));
    },
    copy(review: Review): Promise<boolean> {
      return copyText(markdown(review));
    },
    download(review: Review): void {
      saveFile(new Blob([markdown(review)], { type: "text/markdown" }), `milepost-closing-${review.on}.md`);
    },
    print(): void {
      globalThis.print();
    },
  };
}

export type ClosingModel = ReturnType<typeof createClosing>;
