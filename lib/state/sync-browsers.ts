import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import type { SpaceBrowser } from "@/lib/domain/space.ts";
import { browsersOf, letIn, type RequestMistake, type SpacePage, takeOut } from "@/lib/spaces/set-up.ts";
import { say } from "./acts.ts";
import { liveSignal } from "./live-signal.ts";
import type { SetUpProblem } from "./sync-set-up.ts";

/** What is wrong with what was pasted or typed. */
export type LetInMistake = RequestMistake | "requestEmpty" | "wordsEmpty";

/** The person's browsers: who is in, who is let in, and who is taken out. */
export function createSyncBrowsers(page: SpacePage) {
  /** The browser that is being taken out; nothing else is begun meanwhile. */
  const goingOut = signal<string | null>(null);
  const lettingIn = signal(false);
  const problem = signal<SetUpProblem | null>(null);
  return {
    all: liveSignal(() => browsersOf(page.db)),
    goingOut,
    lettingIn,
    problem,
    /** @returns `null` where {@link problem} tells what came in the way */
    async letIn(request: string, words: string): Promise<"done" | LetInMistake | null> {
      if (!request.trim()) return "requestEmpty";
      if (!words.trim()) return "wordsEmpty";
      if (lettingIn.peek()) return null;
      lettingIn.value = true;
      problem.value = null;
      try {
        const answer = await letIn(page, request, words);
        if (answer.ok) {
          say(i18n.t("sync.browsers.isLetIn", [answer.name]));
          return "done";
        }
        if (answer.problem === "request") return answer.mistake;
        problem.value = { kind: answer.problem, host: "" };
      } catch (error) {
        reportError("sync", error);
        problem.value = { kind: "failed", host: "" };
      } finally {
        lettingIn.value = false;
      }
      return null;
    },
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
