import { Bell, BellOff } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { ReminderSwitch } from "@/components/kit/reminder-switch.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import type { SettingsModel } from "@/lib/state/settings.ts";
import { SetSection } from "./set-section.tsx";

/** Whether the browser lets us announce, and what is announced when. */
export function RemindersSection({ model }: { model: SettingsModel }) {
  const on = model.reminders.state.value === "on";
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
    </>
  );
}
