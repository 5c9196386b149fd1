import { i18n } from "#i18n";
import type { ChangeReason } from "@/lib/domain/change-reasons.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { GoalThenNow, MilestoneThenNow } from "@/lib/domain/then-and-now.ts";
import { dayAndMonth } from "@/lib/i18n/dates.ts";
import { localTimeZone } from "./clock.ts";
import type { ReviewsView } from "./reviews-view.ts";

/** One sentence under the picture: the sum first, then what it is made of. */
export interface ChangeLine {
  kind: "reached" | "later" | "earlier" | "added" | "dropped" | "changed" | "same";
  sum: string;
  rest: string;
}

/** The same as the picture, in words. */
export function changeLines({ sums, reasons, today }: ReviewsView): ChangeLine[] {
  const lines: ChangeLine[] = [];
  const add = (kind: ChangeLine["kind"], sum: string, rest = ""): void =>
    void lines.push({ kind, sum, rest });
  if (sums.done.length > 0) {
    const earlier = sums.earlier.length;
    add(
      "reached",
      i18n.t("reviews.words.reached", sums.done.length),
      earlier > 0 ? i18n.t("reviews.words.earlier", earlier) : "",
    );
  }
  if (sums.movedLater.length > 0) {
    add("later", i18n.t("reviews.words.later", sums.movedLater.length), movedWords(sums.movedLater));
  }
  if (sums.movedEarlier.length > 0) {
    add("earlier", i18n.t("reviews.words.sooner", sums.movedEarlier.length), movedWords(sums.movedEarlier));
  }
  for (const goal of sums.goalsMoved) {
    const days = Math.abs(goal.movedDays);
    const words = goal.movedDays > 0 ? "reviews.words.goalLater" : "reviews.words.goalSooner";
    add(
      goal.movedDays > 0 ? "later" : "earlier",
      i18n.t(words, days),
      withWhy(goal.title, reasons.get(goal.id)),
    );
  }
  for (const goal of sums.goalsDone) add("reached", i18n.t("reviews.words.goalReached"), goal.title);
  for (const goal of sums.goalsAdded) {
    add("added", i18n.t("reviews.words.goalAdded"), goalWords(goal, reasons.get(goal.id), today));
  }
  if (sums.added.length > 0) {
    add("added", i18n.t("reviews.words.added", sums.added.length), titles(sums.added));
  }
  for (const goal of sums.goalsDropped) {
    add("dropped", i18n.t("reviews.words.goalDropped"), goalWords(goal, reasons.get(goal.id), today));
  }
  if (sums.dropped.length > 0) {
    add("dropped", i18n.t("reviews.words.dropped", sums.dropped.length), titles(sums.dropped));
  }
  const changed = [...sums.goalsChanged, ...sums.changed];
  if (changed.length > 0) add("changed", i18n.t("reviews.words.changed", changed.length), titles(changed));
  if (lines.length === 0) add("same", i18n.t("reviews.words.same"));
  return lines;
}

/** What became of a milestone, for the table and the export. */
export function fateWords(row: MilestoneThenNow): string {
  const words = [
    row.fate === "added" && i18n.t("reviews.fate.added"),
    row.fate === "dropped" && i18n.t("reviews.fate.dropped"),
    row.done && i18n.t("reviews.fate.reached"),
    row.reached && !row.done && i18n.t("reviews.fate.reachedBefore"),
    row.movedDays > 0 && i18n.t("reviews.fate.later", row.movedDays),
    row.movedDays < 0 && i18n.t("reviews.fate.sooner", -row.movedDays),
    row.earlierDays > 0 && i18n.t("reviews.fate.early", row.earlierDays),
    row.changed.length > 0 && i18n.t("reviews.fate.changed"),
  ].filter((word) => word !== false);
  return words.length > 0 ? words.join(", ") : i18n.t("reviews.fate.same");
}

/** A look as it stands in the sentence at the top: "1 September", "today". */
export function lookWords(on: Day, today: Day): string {
  return on === today ? i18n.t("reviews.today") : dayAndMonth(on, today);
}

function movedWords(rows: readonly MilestoneThenNow[]): string {
  return rows
    .map(({ title, movedDays }) =>
      i18n.t("reviews.words.by", Math.abs(movedDays), [title, String(Math.abs(movedDays))]),
    )
    .join(", ");
}

function goalWords({ title }: GoalThenNow, reason: ChangeReason | undefined, today: Day): string {
  const on = reason && dayAndMonth(dayOf(reason.at, localTimeZone()), today);
  return withWhy(on ? i18n.t("reviews.words.titleOn", [title, on]) : title, reason);
}

function withWhy(words: string, reason: ChangeReason | undefined): string {
  return reason?.why ? i18n.t("reviews.words.why", [words, reason.why]) : words;
}

function titles(rows: readonly { title: string }[]): string {
  return rows.map(({ title }) => title).join(", ");
}
