import { Bell, BellOff, CircleAlert } from "lucide";
import { useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import "@/components/styles/reminders.css";
import { Icon } from "@/components/kit/icon.tsx";
import { ReminderSwitch } from "@/components/kit/reminder-switch.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import { createReminderSettings } from "@/lib/state/reminder-settings.ts";
import type { SettingsModel } from "@/lib/state/settings.ts";
import { ReminderCalm } from "./reminder-calm.tsx";
import { ReminderKinds } from "./reminder-kinds.tsx";
import { ReminderMentorships } from "./reminder-mentorships.tsx";
import { ReminderPreview } from "./reminder-preview.tsx";
import { SetSection } from "./set-section.tsx";

/** Whether the browser lets us announce, what is announced, when, and what comes next. */
export function RemindersSection({ model }: { model: SettingsModel }) {
  const on = model.reminders.state.value === "on";
  const own = useMemo(createReminderSettings, []);
  const preferences = own.preferences.value;
  const test = own.test.value;
  return (
    <>
      <SetSection
        title={i18n.t("settings.reminders.notify")}
        intro={i18n.t("settings.reminders.notifyIntro")}
      >
        <p class="status">
          <Icon of={on ? Bell : BellOff} />
          <span>
            <span class="strong">{i18n.t(on ? "settings.reminders.on" : "settings.reminders.off")}</span>
            <span class="meta">
              {i18n.t(on ? "settings.reminders.onHint" : "settings.reminders.offHint")}
            </span>
          </span>
        </p>
        <ReminderSwitch model={model.reminders} />
        <div class="btns">
          <button type="button" class="btn sm" onClick={() => void own.sendTest()}>
            {i18n.t("reminders.settingsPage.test")}
          </button>
        </div>
        <p class="meta" role="status">
          {test === "shown" && i18n.t("reminders.settingsPage.testShown")}
          {test === "notShown" && (
            <>
              <Icon of={CircleAlert} size="sm" /> {i18n.t("reminders.settingsPage.testNotShown")}
            </>
          )}
          {test === "off" && i18n.t("reminders.settingsPage.testOff")}
          {test === null && i18n.t("reminders.settingsPage.testIntro")}
        </p>
      </SetSection>
      <SetSection title={i18n.t("badge.title")} intro={i18n.t("badge.intro")}>
        <Segments
          label={i18n.t("badge.title")}
          value={model.badge.value}
          options={model.badgeCounts.map((counts) => ({
            value: counts,
            label: i18n.t(`badge.counts.${counts}`),
          }))}
          onChange={(counts) => model.chooseBadge(counts)}
        />
      </SetSection>
      {preferences && <ReminderCalm preferences={preferences} model={own} />}
      {preferences && <ReminderKinds preferences={preferences} model={own} />}
      {preferences && <ReminderMentorships preferences={preferences} model={own} />}
      <ReminderPreview model={own} />
    </>
  );
}
