import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import type { ReminderLine } from "./due-reminders.ts";

const loadVerbs = () => import("./due-reminders.ts");

/** What is due beside promises and milestones. Loaded apart, a moment after the surface that shows it: few days have any. */
const loaded = signal<ReadonlySignal<ReminderLine[] | undefined> | null>(null, {
  watched() {
    if (loaded.peek()) return;
    loadVerbs().then(
      ({ createDueReminders }) => {
        loaded.value ??= createDueReminders();
      },
      (error: unknown) => reportError("page", error),
    );
  },
});

/** A meeting that is near stands on every surface itself, with the way into it. */
const shownItself: ReadonlySet<ReminderLine["kind"]> = new Set(["meetingSoon", "prepare", "finalMeeting"]);

export const dueReminders = computed<readonly ReminderLine[]>(() =>
  (loaded.value?.value ?? []).filter(({ kind }) => !shownItself.has(kind)),
);

/** How many of them are something to do. */
export const countedReminders = computed(() => dueReminders.value.filter((line) => line.counted).length);

export async function finishLine(line: ReminderLine): Promise<boolean> {
  return (await loadVerbs()).finishLine(line);
}

export async function focusLine(line: ReminderLine): Promise<void> {
  await (await loadVerbs()).focusLine(line);
}

export async function snoozeLine(line: ReminderLine, choice: SnoozeChoice): Promise<boolean> {
  return (await loadVerbs()).snoozeLine(line, choice);
}
