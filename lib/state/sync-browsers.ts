import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import type { SpaceBrowser } from "@/lib/domain/space.ts";
import { browsersOf, type SpacePage, takeOut } from "@/lib/spaces/set-up.ts";
import { say } from "./acts.ts";
import { liveSignal } from "./live-signal.ts";
import type { SetUpProblem } from "./sync-set-up.ts";

/** The person's browsers: who is in, and who is taken out. */
export function createSyncBrowsers(page: SpacePage) {
  /** The browser that is being taken out; nothing else is begun meanwhile. */
  const goingOut = signal<string | null>(null);
  const problem = signal<SetUpProblem | null>(null);
  return {
    all: liveSignal(() => browsersOf(page.db)),
    goingOut,
    problem,
    async takeOut({ holder, name }: SpaceBrowser): Promise<void> {
      if (holder === null || goingOut.peek() !== null) return;
      goingOut.value = holder;
      problem.value = null;
      try {
        const done = await takeOut(page, holder);
        if (done.ok) say(i18n.t("sync.browsers.takenOut", [name]));
        else problem.value = { kind: done.problem, host: "" };
      } catch (error) {
        reportError("sync", error);
        problem.value = { kind: "failed", host: "" };
      } finally {
        goingOut.value = null;
      }
    },
  };
}

export type SyncBrowsersModel = ReturnType<typeof createSyncBrowsers>;
