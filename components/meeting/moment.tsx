import { i18n } from "#i18n";
import { elapsed } from "@/lib/i18n/dates.ts";

/** When it was said, since the start of the meeting; nothing where that is not known. */
export function Moment({ seconds }: { seconds: number | null | undefined }) {
  if (seconds === null || seconds === undefined) return null;
  return (
    <time class="at" aria-label={i18n.t("notes.at", [elapsed(seconds)])}>
      {elapsed(seconds)}
    </time>
  );
}
