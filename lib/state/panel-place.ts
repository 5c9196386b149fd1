import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { type PanelPlace, panelPlaceSetting } from "@/lib/browser/panel-settings.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { frontTab, onActiveTabChange } from "@/lib/browser/tabs.ts";

const failed = (error: unknown): void => reportError("panel", error);

/**
 * Whether the panel of a window is to be seen, where the person wants it only on the tab that it was opened on.
 * @param asked rises each time when somebody asks for it
 */
export function createPanelPlace(windowId: number, asked: ReadonlySignal<number>) {
  const place = signal<PanelPlace>("everywhere");
  panelPlaceSetting.watch((value) => {
    place.value = value;
  });
  panelPlaceSetting.read().then((value) => {
    place.value = value;
  }, failed);
  const front = signal<number | null>(null);
  const home = signal<number | null>(null);
  const settle = (): void => {
    frontTab(windowId).then((tab) => {
      front.value = home.value = tab;
    }, failed);
  };
  // At the beginning, and when it is opened once more, from the popup or beside a call: it is wanted on the tab in front.
  effect(() => {
    void asked.value;
    settle();
  });
  onActiveTabChange(() => {
    frontTab(windowId).then((tab) => {
      front.value = tab;
    }, failed);
  });
  return {
    away: computed(() => place.value === "here" && home.value !== null && front.value !== home.value),
    bringHere: settle,
    showEverywhere: () => void panelPlaceSetting.write("everywhere").catch(failed),
  };
}

export type PanelPlaceModel = ReturnType<typeof createPanelPlace>;
