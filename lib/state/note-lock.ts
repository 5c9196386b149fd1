import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { lockNotesSetting } from "@/lib/browser/note-settings.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { isNoteOld, type LockChoice, lockChoices } from "@/lib/domain/note-lock.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { minute } from "./clock.ts";

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
export function createLockChoice() {
  const choice = signal<LockChoice>("never");
  lockNotesSetting.read().then(
    (value) => {
      choice.value = value;
    },
    (error: unknown) => reportError("setting", error),
  );
  return {
    choice,
    choices: lockChoices,
    choose(value: LockChoice): void {
      choice.value = value;
      lockNotesSetting.write(value).catch((error: unknown) => reportError("setting", error));
    },
  };
}
