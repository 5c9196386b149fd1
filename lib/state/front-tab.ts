import { signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { activeTab, type KnownTab, onActiveTabChange } from "@/lib/browser/tabs.ts";

const look = (): void => {
  activeTab().then(
    (tab) => {
      frontTab.value = tab;
    },
    (error: unknown) => reportError("tab", error),
  );
};
let stopLooking: (() => void) | undefined;

/** The tab that lies in front, which the panel stands beside. Followed as long as somebody looks at it. */
export const frontTab = signal<KnownTab | null>(null, {
  watched() {
    look();
    stopLooking = onActiveTabChange(look);
  },
  unwatched() {
    stopLooking?.();
  },
});
