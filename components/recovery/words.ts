import { i18n } from "#i18n";
import { countsWords } from "@/components/kit/counts-words.ts";
import type { Counts } from "@/lib/state/recovery.ts";

/** How much of what; "nothing" for none of it. */
export function countsInWords(counts: Counts): string {
  return countsWords(counts) || i18n.t("recovery.nothing");
}

/** A day and a time, with the year: a copy may be old. */
export function momentOf(at: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(at);
}
