import { i18n } from "#i18n";
import type { Counts } from "@/lib/state/recovery.ts";

const kinds = ["mentorships", "goals", "milestones", "meetings", "commitments", "entries", "notes"] as const;

/** "1 mentorship, 4 goals and notes of 10 meetings"; "nothing" for none of them. */
export function countsInWords(counts: Counts): string {
  const parts = kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [i18n.t(`settings.data.records.${kind}`, count)] : [];
  });
  if (parts.length === 0) return i18n.t("recovery.nothing");
  return new Intl.ListFormat(undefined, { type: "conjunction" }).format(parts);
}

/** A day and a time, with the year: a copy may be old. */
export function momentOf(at: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(at);
}
