import { i18n } from "#i18n";
import type { SpaceBrowser } from "@/lib/domain/space.ts";
import {
  browsersOf,
  letIn,
  type RequestMistake,
  shownSpace,
  type SpacePage,
  takeOut,
} from "@/lib/spaces/set-up.ts";
import { say } from "./acts.ts";
import { liveSignal } from "./live-signal.ts";
import { createSyncWork } from "./sync-work.ts";

/** What is wrong with what was pasted or typed. */
export type LetInMistake = RequestMistake | "requestEmpty" | "wordsEmpty";

/** The person's browsers: who is in, who is let in, and who is taken out. */
export function createSyncBrowsers(page: SpacePage) {
  const { busy, problem, stopAt, during } = createSyncWork();
  return {
    all: liveSignal(() => browsersOf(page.db)),
    /** `lettingIn`, or the holder of the browser that is being taken out. */
    busy,
    problem,
    /** @returns `null` where {@link problem} tells what came in the way */
    async letIn(request: string, words: string): Promise<"done" | LetInMistake | null> {
      if (!request.trim()) return "requestEmpty";
      if (!words.trim()) return "wordsEmpty";
      const answer = await during("lettingIn", () => letIn(page, request, words));
      if (!answer) return null;
      if (answer.ok) {
        say(i18n.t("sync.browsers.isLetIn", [answer.name]));
        return "done";
      }
      if (answer.problem === "request") return answer.mistake;
      stopAt(answer.problem, (await shownSpace(page.db))?.storage);
      return null;
    },
    async takeOut({ holder, name }: SpaceBrowser): Promise<void> {
      if (holder === null) return;
      await during(holder, async () => {
        const done = await takeOut(page, holder);
        if (done.ok) say(i18n.t("sync.browsers.takenOut", [name]));
        else stopAt(done.problem, (await shownSpace(page.db))?.storage);
      });
    },
  };
}

export type SyncBrowsersModel = ReturnType<typeof createSyncBrowsers>;
