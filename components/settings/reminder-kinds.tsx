import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { fixedKinds, type ReminderKind, reminderKinds } from "@/lib/domain/reminder-kinds.ts";
import { everyDay, type ReminderPreferences, ruleOf } from "@/lib/domain/reminder-preferences.ts";
import { weekdayName } from "@/lib/i18n/dates.ts";
import type { ReminderSettingsModel } from "@/lib/state/reminder-settings.ts";
import { ReminderLeads } from "./reminder-leads.tsx";
import { SetSection } from "./set-section.tsx";
import { TimeInput } from "./time-input.tsx";

/** Every kind: on or off, and when. */
export function ReminderKinds({
  preferences,
  model,
}: {
  preferences: ReminderPreferences;
  model: ReminderSettingsModel;
}) {
  return (
    <SetSection
      title={i18n.t("reminders.settingsPage.kinds")}
      intro={`${i18n.t("reminders.settingsPage.kindsIntro")} ${i18n.t("reminders.settingsPage.leadsHint")}`}
    >
      <ul class="list remind-kinds">
        {reminderKinds
          .filter((kind) => kind !== "own")
          .map((kind) => (
            <Kind key={kind} kind={kind} preferences={preferences} model={model} />
          ))}
      </ul>
    </SetSection>
  );
}

function Kind({
  kind,
  preferences,
  model,
}: {
  kind: ReminderKind;
  preferences: ReminderPreferences;
  model: ReminderSettingsModel;
}) {
  const id = useId();
  const rule = ruleOf(preferences, kind);
  const name = i18n.t(`reminders.kinds.${kind}`);
  const { reflection } = preferences;
  return (
    <li>
      <label for={id}>{name}</label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        checked={rule.on}
        onChange={(event) => model.turnKind(kind, event.currentTarget.checked)}
      />
      {rule.on && !fixedKinds.has(kind) && (
        <ReminderLeads name={name} leads={rule.leads} onType={(typed) => model.setLeads(kind, typed)} />
      )}
      {rule.on && kind === "reflection" && (
        <span class="lead remind-line">
          {i18n.t("reminders.settingsPage.slot")}
          <select
            class="select"
            aria-label={i18n.t("reminders.settingsPage.slot")}
            onChange={(event) =>
              model.choose({ reflection: { ...reflection, weekday: Number(event.currentTarget.value) } })
            }
          >
            {everyDay.map((day) => (
              <option key={day} value={day} selected={day === reflection.weekday}>
                {weekdayName(day)}
              </option>
            ))}
          </select>
          {i18n.t("reminders.settingsPage.slotAt")}
          <TimeInput
            label={i18n.t("reminders.settingsPage.slotAt")}
            value={reflection.time}
            onChange={(time) => model.choose({ reflection: { ...reflection, time } })}
          />
        </span>
      )}
    </li>
  );
}
