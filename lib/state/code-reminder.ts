import { computed } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { codeAskedSetting } from "@/lib/browser/sync-settings.ts";
import { shownSpace } from "@/lib/spaces/shown.ts";
import { settingSignal } from "./backup-facts.ts";
import { minute } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { asksForCode } from "./sync-view.ts";

/** A quiet word, once a week, until the person has the recovery code of their storage. */
export function createCodeReminder() {
  const askedAt = settingSignal(codeAskedSetting);
  const space = liveSignal(() => shownSpace(db));
  return {
    due: computed(() => {
      const asked = askedAt.value;
      return asked !== undefined && asksForCode(space.value ?? null, asked, minute.value);
    }),
    later(): void {
      codeAskedSetting.write(db.now()).catch((error: unknown) => reportError("setting", error));
    },
  };
}

export type CodeReminderModel = ReturnType<typeof createCodeReminder>;
