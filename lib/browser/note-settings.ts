import { lockChoices, type LockChoice } from "@/lib/domain/note-lock.ts";
import { setting } from "./settings.ts";

/** How long after a meeting its notes are locked. */
export const lockNotesSetting = setting<LockChoice>("settings.lockNotes", "never", (stored) =>
  lockChoices.find((choice) => choice === stored),
);
