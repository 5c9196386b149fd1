import { i18n } from "#i18n";
import { passphraseMistake } from "@/lib/spaces/passphrase-mistake.ts";
import { removePassphrase, setPassphrase, shownSpace, type SpacePage } from "@/lib/spaces/set-up.ts";
import { say } from "./acts.ts";
import type { Failure } from "./failure.ts";
import { createSyncWork } from "./sync-work.ts";

/** What is wrong with what was typed, and in which of the two fields. */
export interface PassphraseMistake {
  field: "passphrase" | "again";
  failure: Failure;
}

const mistakes = { short: "passphraseShort", simple: "passphraseSimple" } as const;

/** A passphrase beside the recovery code: set, changed and taken away again. It is kept by nobody. */
export function createSyncPassphrase(page: SpacePage) {
  const { busy, problem, stopAt, during } = createSyncWork<"setting" | "removing">();
  return {
    busy,
    problem,
    /** @returns `null` where {@link problem} tells what came in the way */
    async set(typed: string, again: string): Promise<"done" | PassphraseMistake | null> {
      if (!typed.trim()) return { field: "passphrase", failure: "passphraseEmpty" };
      const mistake = await passphraseMistake(typed);
      if (mistake) return { field: "passphrase", failure: mistakes[mistake] };
      if (typed.trim() !== again.trim()) return { field: "again", failure: "passphraseDiffers" };
      const kept = await during("setting", () => setPassphrase(page, typed));
      if (!kept) return null;
      if (!kept.ok) {
        stopAt(kept.problem, (await shownSpace(page.db))?.storage);
        return null;
      }
      say(i18n.t("sync.passphrase.kept"));
      return "done";
    },
    async remove(): Promise<void> {
      await during("removing", async () => {
        const removed = await removePassphrase(page);
        if (removed.ok) say(i18n.t("sync.passphrase.removed"));
        else stopAt(removed.problem, (await shownSpace(page.db))?.storage);
      });
    },
  };
}

export type SyncPassphraseModel = ReturnType<typeof createSyncPassphrase>;
