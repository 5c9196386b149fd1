import { computed } from "@preact/signals";
import { currentWindowId, openPanelAfter } from "@/lib/browser/panel.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { isInTab } from "@/lib/browser/tabs.ts";
import { createCalls } from "./calls.ts";
import { frontTab } from "./front-tab.ts";
import { go } from "./route.ts";

/** The offers for calls in panel and workspace: the panel shows what is chosen, a tab opens it in the panel. */
export function createCallsBeside() {
  let windowId: number | undefined;
  let inTab = false;
  Promise.all([currentWindowId(), isInTab()]).then(
    ([id, tab]) => {
      windowId = id;
      inTab = tab;
    },
    (error: unknown) => reportError("window", error),
  );
  const calls = createCalls((doing) => {
    const opening = inTab ? openPanelAfter(windowId, doing) : Promise.resolve(false);
    Promise.all([doing, opening]).then(
      ([path, opened]) => {
        if (path !== null && !opened) go(path);
      },
      (error: unknown) => reportError("panel", error),
    );
  });
  return {
    ...calls,
    offers: computed(() =>
      calls.offers.value.map((offer) => ({ ...offer, beside: offer.call.tabId === frontTab.value?.id })),
    ),
  };
}
