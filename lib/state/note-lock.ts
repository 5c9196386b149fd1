import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { lockNotesSetting } from "@/lib/browser/note-settings.ts";
import { isNoteOld, type LockChoice, lockChoices } from "@/lib/domain/note-lock.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { minute } from "./clock.ts";
import { settingChoice } from "./setting-choice.ts";

/** Whether the notes of a meeting are locked; unlocked they stay so until the page is left. */
export function createNoteLock(meeting: ReadonlySignal<Meeting | undefined>) {
  const { choice } = createLockChoice();
  const opened = signal(false);
  return {
    locked: computed(
      () => !opened.value && !!meeting.value && isNoteOld(meeting.value, choice.value, minute.value),
    ),
    unlock(): void {
      opened.value = true;
    },
  };
}

/** After how long notes are locked, to be chosen. */
export const createLockChoice = () => settingChoice<LockChoice>(lockNotesSetting, lockChoices, "never");
