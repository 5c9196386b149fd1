import { browser } from "wxt/browser";
import { type BadgeCounts, badgeCounts } from "@/lib/domain/badge.ts";
import { type StageWording, stageWordings } from "@/lib/domain/life-cycle.ts";

/**
 * Every setting is one item below: its key, what it is when nothing was chosen, and how a stored value is told from
 * rubbish. Kept in `storage.local`, so every context sees a change. Not `wxt/utils/storage`: its locks and migrations
 * would be a twentieth of what the popup may load.
 */
export interface Setting<T> {
  key: string;
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** `undefined` for what this setting cannot be. */
  parse(stored: unknown): T | undefined;
  /** Calls with the new value when any context changed it. */
  watch(handle: (value: T) => void): void;
}

export function setting<T>(key: string, fallback: T, parse: (stored: unknown) => T | undefined): Setting<T> {
  return {
    key,
    parse,
    async read() {
      const stored = await browser.storage.local.get(key);
      return parse(stored[key]) ?? fallback;
    },
    async write(value) {
      await browser.storage.local.set({ [key]: value });
    },
    watch(handle) {
      browser.storage.local.onChanged.addListener((changes) => {
        const change = changes[key];
        if (change) handle(parse(change.newValue) ?? fallback);
      });
    },
  };
}

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Follows the system unless the person chose. */
export const themeSetting = setting<Theme>("settings.theme", "system", (stored) =>
  themes.find((theme) => theme === stored),
);

/** Keys without Ctrl or Alt, such as `/`, do something outside of text fields. */
export const singleKeysSetting = setting("settings.singleKeys", true, (stored) =>
  typeof stored === "boolean" ? stored : undefined,
);

/** Announce reminders by notification, where the permission was given. */
export const notifySetting = setting("settings.notify", true, (stored) =>
  typeof stored === "boolean" ? stored : undefined,
);

/** What the number on the toolbar button counts. */
export const badgeSetting = setting<BadgeCounts>("settings.badge", "due", (stored) =>
  badgeCounts.find((counts) => counts === stored),
);

/** Which words the stages go by. */
export const stageWordingSetting = setting<StageWording>("settings.stageWording", "five", (stored) =>
  stageWordings.find((wording) => wording === stored),
);
