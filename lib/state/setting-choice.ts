import { type ReadonlySignal, signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import type { Setting } from "@/lib/browser/settings.ts";

/** One of several values of a setting, to be chosen. */
export function settingChoice<T>(setting: Setting<T>, choices: readonly T[], fallback: T) {
  const choice = signal<T>(fallback);
  setting.read().then(
    (value) => {
      choice.value = value;
    },
    (error: unknown) => reportError("setting", error),
  );
  return {
    choice: choice as ReadonlySignal<T>,
    choices,
    choose(value: T): void {
      choice.value = value;
      setting.write(value).catch((error: unknown) => reportError("setting", error));
    },
  };
}
