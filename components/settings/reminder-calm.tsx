import { i18n } from "#i18n";
import { everyDay, type ReminderPreferences } from "@/lib/domain/reminder-preferences.ts";
import { weekdayName } from "@/lib/i18n/dates.ts";
import type { ReminderSettingsModel } from "@/lib/state/reminder-settings.ts";
import { SetSection } from "./set-section.tsx";
import { TimeInput } from "./time-input.tsx";

const usualQuiet = { from: "21:00", to: "07:30" };
const usualDigest = "08:30";

/** When notices may disturb, how many there may be, and how much they say. */
export function ReminderCalm({
  preferences,
  model,
}: {
  preferences: ReminderPreferences;
  model: ReminderSettingsModel;
}) {
  const { details, quiet, workdays, digestAt, perDay } = preferences;
  return (
    <>
      <SetSection
        title={i18n.t("reminders.settingsPage.details")}
        intro={i18n.t("reminders.settingsPage.detailsIntro")}
      >
        <Toggle
          label={i18n.t("reminders.settingsPage.detailsLabel")}
          hint={i18n.t("reminders.settingsPage.detailsHint")}
          on={details}
          onChange={(on) => model.choose({ details: on })}
        />
      </SetSection>
      <SetSection
        title={i18n.t("reminders.settingsPage.calm")}
        intro={`${i18n.t("reminders.settingsPage.calmIntro")} ${i18n.t("reminders.settingsPage.callHint")}`}
      >
        <Toggle
          label={i18n.t("reminders.settingsPage.quiet")}
          on={quiet !== null}
          onChange={(on) => model.choose({ quiet: on ? usualQuiet : null })}
        />
        {quiet && (
          <p class="remind-line">
            {i18n.t("reminders.settingsPage.quietOn")}
            <TimeInput
              label={i18n.t("reminders.settingsPage.quietOn")}
              value={quiet.from}
              onChange={(from) => model.choose({ quiet: { ...quiet, from } })}
            />
            {i18n.t("reminders.settingsPage.quietTo")}
            <TimeInput
              label={i18n.t("reminders.settingsPage.quietTo")}
              value={quiet.to}
              onChange={(to) => model.choose({ quiet: { ...quiet, to } })}
            />
          </p>
        )}
        <Toggle
          label={i18n.t("reminders.settingsPage.daily")}
          on={digestAt !== null}
          onChange={(on) => model.choose({ digestAt: on ? usualDigest : null })}
        />
        {digestAt !== null && (
          <p class="remind-line">
            {i18n.t("reminders.settingsPage.dailyOn")}
            <TimeInput
              label={i18n.t("reminders.settingsPage.dailyOn")}
              value={digestAt}
              onChange={(at) => model.choose({ digestAt: at })}
            />
          </p>
        )}
        <fieldset class="remind-days">
          <legend>{i18n.t("reminders.settingsPage.workdays")}</legend>
          {everyDay.map((day) => (
            <label class="pick" key={day}>
              <input
                class="check"
                type="checkbox"
                checked={workdays.includes(day)}
                // One has to be left, or nothing would ever be said.
                disabled={workdays.length === 1 && workdays.includes(day)}
                onChange={(event) =>
                  model.choose({
                    workdays: everyDay.filter((each) =>
                      each === day ? event.currentTarget.checked : workdays.includes(each),
                    ),
                  })
                }
              />
              <span>{weekdayName(day)}</span>
            </label>
          ))}
        </fieldset>
        <p class="hint">{i18n.t("reminders.settingsPage.workdaysHint")}</p>
        <label class="remind-line">
          {i18n.t("reminders.settingsPage.perDay")}
          <input
            class="input num"
            type="number"
            min={1}
            max={99}
            value={perDay}
            onChange={(event) => {
              const count = Math.round(event.currentTarget.valueAsNumber);
              if (count >= 1 && count <= 99) model.choose({ perDay: count });
              else event.currentTarget.value = String(perDay);
            }}
          />
        </label>
        <p class="hint">{i18n.t("reminders.settingsPage.perDayHint")}</p>
      </SetSection>
    </>
  );
}

function Toggle({
  label,
  hint,
  on,
  onChange,
}: {
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label class="pick">
      <input
        class="switch"
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <span class="hint">{hint}</span>}
      </span>
    </label>
  );
}
