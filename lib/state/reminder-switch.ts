import { signal } from "@preact/signals";
import { wake } from "@/lib/browser/messages.ts";
import { askToNotify, mayNotify } from "@/lib/browser/notifications.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { notifySetting } from "@/lib/browser/settings.ts";

/** `refused`: the browser said no to this page just now. */
export type ReminderState = "unknown" | "off" | "on" | "refused";

/** May we remind you? On means that the browser allows notifications and the person wants them. */
export function createReminderSwitch() {
  const state = signal<ReminderState>("unknown");
  Promise.all([mayNotify(), notifySetting.read()]).then(
    ([allowed, wanted]) => {
      if (state.peek() === "unknown") state.value = allowed && wanted ? "on" : "off";
    },
    (error: unknown) => reportError("permission", error),
  );
  const keep = (wanted: boolean): void => {
    void notifySetting.write(wanted).then(
      () => wake({ kind: "changed" }),
      (error: unknown) => reportError("setting", error),
    );
  };
  return {
    state,
    /** Must be called straight from a click: the browser asks for the permission only then. */
    turn(on: boolean): void {
      if (!on) {
        state.value = "off";
        keep(false);
        return;
      }
      askToNotify().then(
        (allowed) => {
          state.value = allowed ? "on" : "refused";
          if (allowed) keep(true);
        },
        (error: unknown) => {
          reportError("permission", error);
          state.value = "refused";
        },
      );
    },
  };
}

export type ReminderSwitch = ReturnType<typeof createReminderSwitch>;
