import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { saveFile } from "@/lib/browser/save-file.ts";
import { lookedAt } from "@/lib/db/review-records.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import { addDays, isDay, startOfDay } from "@/lib/domain/civil-time.ts";
import { thenAndNowMarkdown } from "@/lib/formats/then-and-now-markdown.ts";
import { dayAndMonth } from "@/lib/i18n/dates.ts";
import { perform } from "./acts.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { type Look, readReviews, type ReviewsView, reviewsView } from "./reviews-view.ts";
import { changeLines, fateWords, lookWords } from "./reviews-words.ts";

/** Two looks at the roadmap of the mentorship in focus. */
export function createReviews() {
  const rows = liveSignal(readReviews);
  const earlier = signal<Look | null>(null);
  const later = signal<Look>({ kind: "now" });
  const view = computed(
    () =>
      rows.value &&
      reviewsView(rows.value, {
        earlier: earlier.value,
        later: later.value,
        today: today.value,
        at: startOfDay(addDays(today.value, 1), localTimeZone()),
      }),
  );
  return {
    view,
    /** Looks at a version of the agreement, at the end of a day, or at now. */
    look(which: "earlier" | "later", look: Look): void {
      // A half-typed day is no day to look at.
      if (look.kind === "day" && !isDay(look.on)) return;
      if (which === "earlier") earlier.value = look;
      else later.value = look;
    },
    /** The exit is planned: when both look whether to go on, if that is near. */
    exit: computed(() => {
      const mentorship = rows.value?.mentorship;
      return mentorship?.reviewOn
        ? { on: mentorship.reviewOn, lookedOn: mentorship.exitReviewedOn ?? null }
        : null;
    }),
    lookedAtExit(): Promise<boolean> {
      const recordId = rows.peek()?.mentorship.id ?? "";
      return perform(
        () => lookedAt(db, { subject: "exitReview", recordId }, today.peek()),
        i18n.t("lookAgain.said"),
      );
    },
    saveMarkdown(): void {
      const shown = view.peek();
      if (!shown) return;
      const text = thenAndNowMarkdown(documentOf(shown));
      saveFile(new Blob([text], { type: "text/markdown" }), `then-and-now-${shown.thenOn}-${shown.nowOn}.md`);
    },
  };
}

export type ReviewsModel = ReturnType<typeof createReviews>;

function documentOf(view: ReviewsView) {
  const { today: day } = view;
  const on = (value: Day | null): string => (value ? dayAndMonth(value, day) : i18n.t("reviews.none"));
  const amount = (value: number | null): string =>
    value === null ? i18n.t("reviews.none") : value.toLocaleString();
  return {
    title: i18n.t("nav.reviews"),
    lede: i18n.t("reviews.exported", [dayAndMonth(view.thenOn, day), lookWords(view.nowOn, day)]),
    lines: changeLines(view),
    goals: view.goals.map(({ title, milestones }) => ({
      title,
      milestones: milestones.map((row) => ({
        title: row.title,
        before: on(row.thenOn),
        after: on(row.nowOn),
        what: fateWords(row),
      })),
    })),
    skills: view.skills.map((row) => ({
      name: row.name,
      before: amount(row.before),
      after: amount(row.after),
    })),
    metrics: view.metrics.map((row) => ({
      name: row.unit ? `${row.name} (${row.unit})` : row.name,
      before: amount(row.before),
      after: amount(row.after),
      target: amount(row.target),
    })),
    headings: {
      milestone: i18n.t("reviews.milestone"),
      before: i18n.t("reviews.then"),
      after: i18n.t("reviews.now"),
      what: i18n.t("reviews.what"),
      skills: i18n.t("reviews.skills"),
      skill: i18n.t("reviews.skill"),
      metrics: i18n.t("reviews.metrics"),
      metric: i18n.t("reviews.metric"),
      target: i18n.t("reviews.target"),
    },
  };
}
