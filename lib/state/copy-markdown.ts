import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import { say } from "./acts.ts";

/**
 * Copies a text for a mail or a chat and says so.
 * @param left how many parts were left out, since they are meant for nobody else
 */
export async function copyMarkdown(text: string, left: number): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(left > 0 ? i18n.t("confidential.leftOut", left) : i18n.t("meeting.saidCopied"));
  } catch (error) {
    reportError("clipboard", error);
    say(i18n.t("meeting.notCopied"));
  }
}
