import { i18n } from "#i18n";
import type { MeetingKind } from "@/lib/domain/vocabulary.ts";

/** What the notes of a meeting begin with, in Markdown: a calibration goes through three things. */
export function noteTemplate(kind: MeetingKind | undefined): string {
  if (kind !== "calibration") return "";
  const heads = [
    i18n.t("calibration.expectations"),
    i18n.t("calibration.objectives"),
    i18n.t("calibration.wins"),
  ];
  return heads.map((head) => `## ${head}\n\n`).join("\n");
}
