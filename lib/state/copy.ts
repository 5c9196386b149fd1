import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import { say } from "./acts.ts";

/**
 * Puts a text on the clipboard and says so.
 * @param said the toast
 * @returns whether it is there; if not, the toast says what to do
 */
export async function copyText(text: string, said: string = i18n.t("meeting.saidCopied")): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    say(said);
    return true;
  } catch (error) {
    reportError("clipboard", error);
    say(i18n.t("meeting.notCopied"));
    return false;
  }
}
