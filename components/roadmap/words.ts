import { i18n } from "#i18n";
import { addDays } from "@/lib/domain/civil-time.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Spot } from "@/lib/domain/roadmap-layout.ts";
import type { Lane, Mark } from "@/lib/domain/roadmap-picture.ts";
import type { KindMix, RoadmapSums } from "@/lib/domain/roadmap-sums.ts";
import type { Owner } from "@/lib/domain/vocabulary.ts";
import { shortDay } from "@/lib/i18n/dates.ts";

/** What the picture says in words: names for assistive technology, and lines that stand beside it. */

export function spotName(spot: Spot, today: Day): string {
  const [first] = spot.marks;
  const last = spot.marks.at(-1);
  if (!first || !last) return "";
  if (spot.marks.length === 1) return markName(first, today);
  return i18n.t("roadmap.names.bundle", [
    String(spot.marks.length),
    shortDay(first.on, today),
    shortDay(last.on, today),
  ]);
}

export function markName(mark: Pick<Mark, "title" | "state" | "on" | "daysLate">, today: Day): string {
  const on = shortDay(mark.on, today);
  if (mark.state === "late")
    return i18n.t("roadmap.names.late", [mark.title, i18n.t("roadmap.daysPastDate", mark.daysLate), on]);
  return i18n.t(`roadmap.names.${mark.state}`, [mark.title, on]);
}

/** The words at a mark. */
export function spotTag(spot: Spot): string {
  const [first] = spot.marks;
  if (!first) return "";
  if (spot.marks.length > 1) return i18n.t("roadmap.bundle", [String(spot.marks.length)]);
  if (first.state !== "late") return first.title;
  return i18n.t("roadmap.tagLate", first.daysLate, [String(first.daysLate), first.title]);
}

/** "Technical, 3 of 6". */
export function laneMeta({ goal, progress }: Lane): string {
  const [reached, total] = [String(progress.reached), String(progress.total)];
  if (!goal.kind || goal.kind === "other") return i18n.t("roadmap.ofTotal", [reached, total]);
  return i18n.t("roadmap.kindOf", [i18n.t(`roadmap.kinds.${goal.kind}`), reached, total]);
}

/** "4 goals, 11 of 20 milestones reached, 1 past its date". */
export function sumWords(sums: RoadmapSums): string {
  const goals = i18n.t("roadmap.goals", sums.goals);
  const reached = i18n.t("roadmap.reachedOf", [String(sums.reached), String(sums.total)]);
  if (sums.late === 0) return i18n.t("roadmap.sums", [goals, reached]);
  return i18n.t("roadmap.sumsLate", [goals, reached, i18n.t("roadmap.past", sums.late)]);
}

/** "3 technical goals, 1 soft skill", empty where no goal is known to be one of the two. */
export function mixWords({ kinds }: KindMix): string {
  if (kinds.every(({ kind }) => kind === "other")) return "";
  return kinds.map(({ kind, count }) => i18n.t(`roadmap.mixKinds.${kind}`, count)).join(", ");
}

const months = new Map<string, Intl.DateTimeFormat>();

/** "September", with its year where asked for. */
export function monthName(on: Day, year: boolean, short = false): string {
  const key = `${year} ${short}`;
  const known =
    months.get(key) ??
    new Intl.DateTimeFormat(undefined, {
      month: short ? "short" : "long",
      ...(year ? { year: "numeric" } : {}),
      timeZone: "UTC",
    });
  months.set(key, known);
  return known.format(new Date(`${on}T00:00:00Z`));
}

/** "20 Oct to 25 Oct"; a loop that goes on ends today. */
export function stretchWords(fromOn: Day, toOn: Day | null, today: Day): string {
  const end = toOn ? addDays(toOn, -1) : today;
  if (end <= fromOn) return shortDay(fromOn, today);
  return i18n.t("roadmap.until", [shortDay(fromOn, today), shortDay(end, today)]);
}

/** Who does it, by name where it is the other one. */
export function ownerWords(owner: Owner, partnerName: string): string {
  if (owner === "them") return partnerName || i18n.t("roadmap.them");
  return i18n.t(`roadmap.${owner}`);
}
