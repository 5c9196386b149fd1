import { i18n } from "#i18n";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { TodayView } from "@/lib/state/today-view.ts";

/** The day in one sentence. */
export function Lede({ view, reviews }: { view: TodayView; reviews: number }) {
  const { meetings, past } = view.counts;
  const due = view.counts.due + reviews;
  const parts = [
    meetings > 0 && i18n.t("today.lede.meetings", meetings),
    due > 0 && i18n.t("today.lede.due", due),
    past > 0 && i18n.t("today.lede.past", past),
  ].filter((part) => part !== false);
  return <p class="lede">{sentence(parts.length > 0 ? listed(parts) : quiet(view))}</p>;
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(undefined, { type: "unit", style: "long" }).format(parts);
}

function quiet(view: TodayView): string {
  return view.nextMeetingOn
    ? i18n.t("today.lede.quietUntil", [nearDay(view.nextMeetingOn, view.today)])
    : i18n.t("today.lede.quiet");
}

/** Begins with a capital and ends with a full stop, whatever comes first. */
function sentence(words: string): string {
  const [first = "", ...rest] = [...words];
  return i18n.t("today.lede.sentence", [first.toLocaleUpperCase() + rest.join("")]);
}
