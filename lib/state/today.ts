import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { currentWindowId, openPanelAt } from "@/lib/browser/panel.ts";
import { isInTab } from "@/lib/browser/tabs.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { editCommitment } from "@/lib/db/commitments.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { type SnoozeChoice, snoozeChoicesAt } from "@/lib/domain/snooze.ts";
import { createBackupReminder } from "./backup-reminder.ts";
import { localTimeZone, minute, today } from "./clock.ts";
import { db } from "./database.ts";
import { finishDue, snoozeDue } from "./due.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { meetingPath } from "./paths.ts";
import { createSampleRemoval } from "./sample-removal.ts";
import { readToday, type TaskStop, todayView } from "./today-view.ts";

/** The stretch of trail around now. */
export function createToday() {
  const timeZone = localTimeZone();
  const rows = liveSignal(() => readToday(timeZone), minute);
  const view = computed(() => rows.value && todayView(rows.value, timeZone, today.value, minute.value));
  const windowId = signal<number | undefined>(undefined);
  const inTab = signal(true);
  Promise.all([currentWindowId(), isInTab()]).then(
    ([id, tab]) => {
      windowId.value = id;
      inTab.value = tab;
    },
    (error: unknown) => reportError("window", error),
  );
  return {
    view,
    minute,
    /** In a tab the brief opens in the side panel, in the panel it opens in its place. */
    inTab,
    sample: createSampleRemoval(),
    backup: createBackupReminder(),
    snoozeChoices: () => snoozeChoicesAt(db.now(), timeZone),
    finish(stop: Pick<TaskStop, "table" | "id">): Promise<boolean> {
      return finishDue(stop, i18n.t(stop.table === "milestones" ? "said.milestoneReached" : "said.done"));
    },
    snooze(stop: Pick<TaskStop, "table" | "id">, choice: SnoozeChoice): Promise<boolean> {
      return snoozeDue(stop, choice);
    },
    /** Straight from the click: the browser opens the panel only then. */
    openBrief(id: Id): void {
      const path = meetingPath(id, "brief");
      if (!inTab.peek()) {
        location.hash = path;
        return;
      }
      void openPanelAt(windowId.peek(), path).then((opened) => {
        if (!opened) location.hash = path;
      });
    },
    move(stop: Pick<TaskStop, "table" | "id">, dueOn: string, reason: string) {
      return performInForm(async () => {
        if (stop.table !== "milestones") return editCommitment(db, stop.id, { dueOn });
        const { editMilestone } = await import("@/lib/db/goals.ts");
        return editMilestone(db, stop.id, { dueOn, reason });
      }, i18n.t("today.moved"));
    },
  };
}

export type TodayModel = ReturnType<typeof createToday>;
