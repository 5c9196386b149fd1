import { i18n } from "#i18n";
import type { Instant } from "@/lib/domain/envelope.ts";
import { type Occurrence, occurrenceId, type ReminderDetail } from "@/lib/domain/occurrence.ts";
import { clockTime } from "./dates.ts";
import { daysAheadWords, lengthWords } from "./lead-words.ts";
import { timeOf } from "@/lib/domain/civil-time.ts";

const dayMinutes = 1_440;
const minuteMs = 60_000;
/** What is announced later than this says no "today" and no "tomorrow" any more. */
const lateMs = 6 * 3_600_000;

/** What a notification tells of. */
export interface Said {
  occurrences: readonly Occurrence[];
  away: boolean;
  details: ReadonlyMap<string, ReminderDetail>;
}

/**
 * What a notification says. Neutral: it never carries a word that the person wrote, but for the titles and names that
 * they asked for, and never the text of a note.
 */
export function noticeWords(
  { occurrences, away, details }: Said,
  now: Instant,
): { title: string; message: string } {
  const [first] = occurrences;
  const title = i18n.t("notice.title");
  if (!first || occurrences.length !== 1) {
    return { title, message: i18n.t(away ? "notice.away" : "notice.several", occurrences.length) };
  }
  const neutral = neutralWords(first, now);
  const detail = details.get(occurrenceId(first));
  const words = detail && [detail.title, detail.person].filter(Boolean);
  if (!words || words.length === 0) return { title, message: neutral };
  const [what = "", who] = words;
  return { title: neutral, message: who ? i18n.t("notice.named", [what, who]) : what };
}

/** What it is, without a word of whose or which. */
export function neutralWords(
  { kind, at, lead }: Pick<Occurrence, "kind" | "at" | "lead">,
  now: Instant,
): string {
  if (lead === undefined || now - at > lateMs) return i18n.t(`notice.${kind}`);
  if (kind === "meetingSoon") {
    if (lead >= dayMinutes) return i18n.t("notice.meetingIn", [daysAheadWords(lead)]);
    const startsAt = at + lead * minuteMs;
    return i18n.t("notice.meetingAt", [clockTime(timeOf(startsAt, Temporal.Now.timeZoneId()))]);
  }
  if (kind === "milestoneDue") return i18n.t("notice.milestoneDueIn", [daysAheadWords(lead)]);
  if (kind === "commitmentDue") return i18n.t("notice.commitmentDueIn", [daysAheadWords(lead)]);
  return i18n.t(`notice.${kind}`);
}

/** How long the second button of a notification puts off: a meeting does not wait for an hour. */
export function buttonSnooze(kind: string): "tenMinutes" | "oneHour" {
  return kind === "meetingSoon" ? "tenMinutes" : "oneHour";
}

/** What its two buttons say: done, or all of them; and later. */
export function noticeButtons(
  occurrences: readonly Pick<Occurrence, "kind">[],
): [first: string, later: string] {
  const [first] = occurrences;
  const minutes = first && buttonSnooze(first.kind) === "tenMinutes" ? 10 : 60;
  return [
    i18n.t(occurrences.length === 1 ? "notice.done" : "notice.openAll"),
    i18n.t("notice.snooze", [lengthWords(minutes)]),
  ];
}
