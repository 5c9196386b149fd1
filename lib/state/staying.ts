import { signal } from "@preact/signals";
import { staySetting } from "@/lib/browser/panel-settings.ts";
import { reportError } from "@/lib/browser/report-error.ts";

/** The panel stays with its mentorship, rather than following the tab in front to the meeting of another one. */
export const staying = signal(false);
staySetting.watch((value) => {
  staying.value = value;
});
/** What was chosen is known from here on. */
export const stayRead = staySetting.read().then(
  (value) => {
    staying.value = value;
  },
  (error: unknown) => reportError("setting", error),
);

export function stay(value: boolean): void {
  staying.value = value;
  staySetting.write(value).catch((error: unknown) => reportError("setting", error));
}
