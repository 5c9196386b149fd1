import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { alarmNames } from "@/lib/browser/alarms.ts";
import { onCallTabChange } from "@/lib/browser/call-sites.ts";
import { onOpenPanelCommand } from "@/lib/browser/commands.ts";
import { onMessage } from "@/lib/browser/message-listener.ts";
import { onNotificationClick } from "@/lib/browser/notifications.ts";
import { onOmnibox, openFromOmnibox } from "@/lib/browser/omnibox.ts";
import { keepPopupOnToolbar, openPanel } from "@/lib/browser/panel.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { reminderPorts } from "@/lib/state/reminder-ports.ts";
import { MilepostDb } from "@/lib/db/database.ts";
import { oneAtATime } from "@/lib/reminders/one-at-a-time.ts";
import { readDueCalendars } from "@/lib/state/calendar-reading.ts";
import { answerNotice, openFromNotice } from "@/lib/state/notice-clicks.ts";
import { forgetCalls, watchCalls } from "@/lib/state/call-watch.ts";
import { checkHealth } from "@/lib/state/health.ts";
import { remind } from "@/lib/state/reminding.ts";
import { routeFrom, suggestionsFor } from "@/lib/state/omnibox.ts";
import { copyNow } from "@/lib/state/snapshots.ts";
import { afterQuiet } from "@/lib/state/after-quiet.ts";
import { keepInStep } from "@/lib/state/in-step.ts";
import { tend } from "@/lib/state/tending.ts";

/**
 * The background may be killed at any moment and is never needed to draw a screen. Every listener is registered here,
 * synchronously: Firefox wakes an event page only for those, and starts it after a restart only because of onStartup.
 */
export default defineBackground(() => {
  const db = new MilepostDb({ beforeUpgrade: (old) => copyNow(old, "upgrade") });
  const look = oneAtATime(() => remind(db, reminderPorts, checkHealth));
  const tendNow = oneAtATime(() => tend(db));
  const readCalendars = oneAtATime(async () => {
    // What it brought has reminders of its own.
    if (await readDueCalendars(db)) await look();
  });
  const readNow = (): void => {
    readCalendars().catch((error: unknown) => reportError("calendars", error));
  };
  const step = oneAtATime(async () => {
    if (await keepInStep(db)) await look();
  });
  const stepNow = (): void => {
    step().catch((error: unknown) => reportError("sync", error));
  };
  const stepSoon = afterQuiet(stepNow);
  let forget = false;
  const watch = oneAtATime(async () => {
    if (forget) await forgetCalls();
    forget = false;
    listenToTabs(await watchCalls(db));
  });
  const watchNow = (): void => {
    watch().catch((error: unknown) => reportError("calls", error));
  };
  const listenToTabs = onCallTabChange(watchNow);
  /** Reminds first: tending copies and indexes, and would make that wait. */
  const lookThenTend = async (): Promise<void> => {
    try {
      await look();
    } finally {
      // The dots stand on what the look has drawn.
      watchNow();
      tendNow().catch((error: unknown) => reportError("tend", error));
      readNow();
    }
  };
  const lookNow = (): void => {
    lookThenTend().catch((error: unknown) => reportError("reconcile", error));
    stepNow();
  };
  const hearClicks = (): void =>
    onNotificationClick(
      (id) => {
        openFromNotice(db, id).catch((error: unknown) => reportError("notice", error));
      },
      (id, button) => {
        answerNotice(db, id, button, reminderPorts.timeZone())
          .then(look)
          .catch((error: unknown) => reportError("notice", error));
      },
    );

  browser.runtime.onInstalled.addListener(lookNow);
  browser.runtime.onStartup.addListener(lookNow);
  browser.alarms.onAlarm.addListener(({ name }) => (name === alarmNames.sync ? stepNow() : lookNow()));
  browser.idle.onStateChanged.addListener((state) => {
    if (state === "active") lookNow();
  });
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes("notifications")) hearClicks();
    lookNow();
  });
  browser.permissions.onRemoved.addListener(() => {
    forget = true;
    watchNow();
  });
  onMessage(async (message) => {
    switch (message.kind) {
      case "changed":
        stepSoon();
        await lookThenTend();
        break;
      case "sync":
        await step();
    }
  });
  onOmnibox(
    (typed) =>
      suggestionsFor(db, typed).catch((error: unknown) => {
        reportError("omnibox", error);
        return [];
      }),
    (what, inNewTab) => {
      const opening = openFromOmnibox(routeFrom(what), inNewTab);
      opening.catch((error: unknown) => reportError("omnibox", error));
    },
    i18n.t("search.omnibox"),
  );
  onOpenPanelCommand((windowId) => void openPanel(windowId));

  hearClicks();
  keepPopupOnToolbar().catch((error: unknown) => reportError("panel", error));
  lookNow();
});
