import { type PanelPlace, panelPlaces, panelPlaceSetting } from "@/lib/browser/panel-settings.ts";
import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { appVersion, browserKind } from "@/lib/browser/about.ts";
import { openShortcutSettings, shortcuts } from "@/lib/browser/commands.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { wake } from "@/lib/browser/messages.ts";
import { badgeSetting, singleKeysSetting, type Theme, themes, themeSetting } from "@/lib/browser/settings.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { ownName, renamePerson, setOwnName } from "@/lib/db/people.ts";
import { countAll } from "@/lib/db/tally.ts";
import { type BadgeCounts, badgeCounts } from "@/lib/domain/badge.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { BackupsModel } from "./backups.ts";
import type { CalendarsModel } from "./calendars.ts";
import type { CallSitesModel } from "./call-sites.ts";
import { minute, today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { createIntegrity } from "./integrity.ts";
import { liveSignal } from "./live-signal.ts";
import { createMentorshipSettings } from "./mentorship-settings.ts";
import { createLockChoice } from "./note-lock.ts";
import { settingChoice } from "./setting-choice.ts";
import type { RequestsModel } from "./requests.ts";
import { createReminderSwitch } from "./reminder-switch.ts";
import { createSampleRemoval } from "./sample-removal.ts";
import type { SyncModel } from "./sync.ts";

/** The settings, all sections: each item takes effect at once, there is nothing to save. */
export function createSettings() {
  const theme = signal<Theme>("system");
  const badge = signal<BadgeCounts>("due");
  badgeSetting.read().then(
    (value) => {
      badge.value = value;
    },
    (error: unknown) => reportError("setting", error),
  );
  const keys = signal<{ popup: string; panel: string }>({ popup: "", panel: "" });
  themeSetting.read().then(
    (value) => {
      theme.value = value;
    },
    (error: unknown) => reportError("setting", error),
  );
  const singleKeys = signal(true);
  singleKeysSetting.read().then(
    (value) => {
      singleKeys.value = value;
    },
    (error: unknown) => reportError("setting", error),
  );
  const readKeys = (): void => {
    shortcuts().then(
      (found) => {
        keys.value = found;
      },
      (error: unknown) => reportError("shortcuts", error),
    );
  };
  readKeys();
  // Coming back from the browser's page of shortcuts, the new ones are shown.
  globalThis.addEventListener("focus", readKeys);

  return {
    today,
    minute,
    theme,
    themes,
    chooseTheme(value: Theme): void {
      theme.value = value;
      themeSetting.write(value).catch((error: unknown) => reportError("setting", error));
    },
    badge,
    badgeCounts,
    chooseBadge(value: BadgeCounts): void {
      badge.value = value;
      // The background draws it.
      badgeSetting.write(value).then(
        () => wake({ kind: "changed" }),
        (error: unknown) => reportError("setting", error),
      );
    },
    myName: liveSignal(() => ownName(db)),
    writeMyName(name: string) {
      return performInForm(() => setOwnName(db, name), i18n.t("settings.general.nameSaved"));
    },
    partner: liveSignal(async () => (await focusedMentorship(db))?.partner ?? null),
    writePartnerName(id: Id, name: string) {
      return performInForm(() => renamePerson(db, id, name), i18n.t("settings.general.nameSaved"));
    },
    mentorship: createMentorshipSettings(),
    lock: createLockChoice(),
    panelPlace: settingChoice<PanelPlace>(panelPlaceSetting, panelPlaces, "everywhere"),
    reminders: createReminderSwitch(),
    counts: liveSignal(async () => (await countAll(db)).counts),
    /** Loaded with the section that shows it. */
    async loadBackups(): Promise<BackupsModel> {
      const { createBackups } = await import("./backups.ts");
      return createBackups();
    },
    /** As the backups. */
    async loadCalendars(): Promise<CalendarsModel> {
      const { createCalendars } = await import("./calendars.ts");
      return createCalendars();
    },
    /** As the backups. */
    async loadSites(): Promise<CallSitesModel> {
      const { createCallSites } = await import("./call-sites.ts");
      return createCallSites();
    },
    /** As the backups. */
    async loadSync(): Promise<SyncModel> {
      const { createSync } = await import("./sync.ts");
      return createSync();
    },
    /** As the backups. */
    async loadRequests(): Promise<RequestsModel> {
      const { createRequests } = await import("./requests.ts");
      return createRequests();
    },
    sample: createSampleRemoval(),
    integrity: createIntegrity(),
    version: appVersion(),
    browserKind,
    keys,
    singleKeys,
    allowSingleKeys(value: boolean): void {
      singleKeys.value = value;
      singleKeysSetting.write(value).catch((error: unknown) => reportError("setting", error));
    },
    openShortcuts(): void {
      openShortcutSettings().catch((error: unknown) => reportError("shortcuts", error));
    },
    [Symbol.dispose](): void {
      globalThis.removeEventListener("focus", readKeys);
    },
  };
}

export type SettingsModel = ReturnType<typeof createSettings>;
