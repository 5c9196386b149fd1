import { i18n } from "#i18n";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { fixedKinds, type ReminderKind, reminderKinds } from "@/lib/domain/reminder-kinds.ts";
import { type ReminderPreferences, ruleOf } from "@/lib/domain/reminder-preferences.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { today } from "@/lib/state/clock.ts";
import type { ReminderSettingsModel } from "@/lib/state/reminder-settings.ts";
import { ReminderLeads } from "./reminder-leads.tsx";
import { SetSection } from "./set-section.tsx";

/** These belong to no mentorship. */
const general: ReadonlySet<ReminderKind> = new Set(["reflection", "journalSilence", "backupOverdue", "own"]);
const answers = ["open", "yes", "no"] as const;

/** What is not to be heard of one mentorship, and how often to be in touch. */
export function ReminderMentorships({
  preferences,
  model,
}: {
  preferences: ReminderPreferences;
  model: ReminderSettingsModel;
}) {
  const all = model.mentorships.value;
  return (
    <SetSection
      title={i18n.t("reminders.settingsPage.mentorship")}
      intro={`${i18n.t("reminders.settingsPage.mentorshipIntro")} ${i18n.t("reminders.settingsPage.leadsHere")}`}
    >
      {all?.length === 0 && <p class="meta">{i18n.t("reminders.settingsPage.noMentorship")}</p>}
      {all?.map(({ mentorship, name }) => (
        <details key={mentorship.id}>
          <summary>{i18n.t("reminders.settingsPage.mentorshipOf", [name])}</summary>
          <One mentorship={mentorship} name={name} preferences={preferences} model={model} />
        </details>
      ))}
    </SetSection>
  );
}

function One({
  mentorship,
  name,
  preferences,
  model,
}: {
  mentorship: Mentorship;
  name: string;
  preferences: ReminderPreferences;
  model: ReminderSettingsModel;
}) {
  const { id, touchEveryWeeks, touchedOn, keepUpdated, reminders } = mentorship;
  return (
    <>
      <ul class="list remind-kinds">
        {reminderKinds
          .filter((kind) => !general.has(kind) && ruleOf(preferences, kind).on)
          .map((kind) => (
            <li key={kind}>
              <label for={`${id}-${kind}`}>{i18n.t(`reminders.kinds.${kind}`)}</label>
              <input
                id={`${id}-${kind}`}
                class="switch"
                type="checkbox"
                role="switch"
                checked={ruleOf(preferences, kind, reminders).on}
                onChange={(event) => void model.muteFor(id, kind, event.currentTarget.checked)}
              />
              {ruleOf(preferences, kind, reminders).on && !fixedKinds.has(kind) && (
                <ReminderLeads
                  name={`${i18n.t(`reminders.kinds.${kind}`)}, ${name}`}
                  leads={reminders?.[kind]?.leads ?? null}
                  usual={ruleOf(preferences, kind).leads}
                  onType={(typed) => model.setLeadsFor(id, kind, typed)}
                />
              )}
            </li>
          ))}
      </ul>
      <label class="remind-line">
        {i18n.t("reminders.settingsPage.touch")}
        <input
          class="input num"
          type="number"
          min={1}
          max={104}
          value={touchEveryWeeks ?? ""}
          onChange={(event) => {
            const weeks = event.currentTarget.valueAsNumber;
            const valid = Number.isInteger(weeks) && weeks >= 1 && weeks <= 104;
            if (valid || event.currentTarget.value === "")
              void model.setTouch(id, { touchEveryWeeks: valid ? weeks : null });
            else event.currentTarget.value = String(touchEveryWeeks ?? "");
          }}
        />
        {i18n.t("reminders.settingsPage.touchWeeks")}
      </label>
      <p class="hint">{i18n.t("reminders.settingsPage.touchHint")}</p>
      {touchEveryWeeks && (
        <div class="remind-line">
          <span class="meta">
            {touchedOn
              ? i18n.t("reminders.settingsPage.touchedOn", [shortDay(touchedOn, today.value)])
              : i18n.t("reminders.settingsPage.touchNever")}
          </span>
          <button type="button" class="btn sm" onClick={() => void model.touchedToday(id)}>
            {i18n.t("reminders.settingsPage.touched")}
          </button>
          <a class="btn sm link" href="#/journal?kind=touch" onClick={() => void model.goTo(id)}>
            {i18n.t("reminders.settingsPage.touchLog")}
          </a>
        </div>
      )}
      <label class="remind-line">
        {i18n.t("reminders.settingsPage.keepUpdated")}
        <select
          class="select"
          onChange={(event) => {
            const answer = answers.find((each) => each === event.currentTarget.value);
            void model.answerKeepUpdated(id, answer === "yes" || answer === "no" ? answer : null);
          }}
        >
          {answers.map((answer) => (
            <option key={answer} value={answer} selected={answer === (keepUpdated ?? "open")}>
              {i18n.t(`reminders.settingsPage.answer.${answer}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{i18n.t("reminders.settingsPage.keepUpdatedHint")}</p>
    </>
  );
}
