import { i18n } from "#i18n";
import {
  askToBeLetIn,
  dropRequest,
  lookWhetherLetIn,
  type NewBrowser,
  qrCode,
  shownRequest,
  shownStorage,
  type SpacePage,
} from "@/lib/spaces/set-up.ts";
import { copyText } from "./copy.ts";
import { liveSignal } from "./live-signal.ts";
import { createSyncWork } from "./sync-work.ts";

/**
 * The request of a browser that joins without the recovery code. It is kept until it is answered or runs out, so that the
 * page may be closed meanwhile.
 * @param done is called when the browser was let in
 */
export function createSyncRequest(page: SpacePage, done: () => void) {
  const { busy, problem, stopAt, failed, during } = createSyncWork<"asking">();
  let looking = false;
  return {
    /** `null` where none was made, `undefined` before it was read. */
    shown: liveSignal(() => shownRequest(page.db)),
    busy,
    problem,
    async make(browser: NewBrowser): Promise<void> {
      await during("asking", async () => {
        const made = await askToBeLetIn(page, browser);
        if (!made.ok) stopAt(made.problem, shownStorage(browser));
      });
    },
    /** Looks whether it was answered; again and again while it is shown. */
    async look(): Promise<void> {
      if (looking) return;
      looking = true;
      try {
        const seen = await lookWhetherLetIn(page);
        if (!seen.ok) stopAt(seen.problem);
        else problem.value = null;
        if (seen.ok && seen.isIn) done();
      } catch (error) {
        failed(error);
      } finally {
        looking = false;
      }
    },
    async drop(): Promise<void> {
      problem.value = null;
      await dropRequest(page.db).catch(failed);
    },
    /** @returns the path of an SVG, and the length of its sides without the margin */
    qrCode,
    copy(block: string): void {
      void copyText(block, i18n.t("sync.join.copied"));
    },
  };
}

export type SyncRequestModel = ReturnType<typeof createSyncRequest>;
