import { i18n } from "#i18n";
import { Segments } from "@/components/kit/segments.tsx";
import { timeOf } from "@/lib/domain/civil-time.ts";
import { clockTime, longDay } from "@/lib/i18n/dates.ts";
import type { SettingsModel } from "@/lib/state/settings.ts";
import { MentorshipSection } from "./mentorship-section.tsx";
import { NameField } from "./name-field.tsx";
import { SetSection } from "./set-section.tsx";

/** How it looks, what you are called, which language. */
export function GeneralSection({ model }: { model: SettingsModel }) {
  const name = model.myName.value;
  const partner = model.partner.value;
  const time = clockTime(timeOf(model.minute.value, Temporal.Now.timeZoneId()));
  return (
    <>
      <SetSection title={i18n.t("settings.general.look")} intro={i18n.t("settings.general.lookIntro")}>
        <Segments
          label={i18n.t("settings.general.look")}
          value={model.theme.value}
          options={model.themes.map((theme) => ({
            value: theme,
            label: i18n.t(`settings.general.themes.${theme}`),
          }))}
          onChange={(theme) => model.chooseTheme(theme)}
        />
      </SetSection>
      <SetSection title={i18n.t("settings.general.you")} intro={i18n.t("settings.general.youIntro")}>
        {name !== undefined && (
          <NameField
            label={i18n.t("welcome.role.myName")}
            hint={i18n.t("settings.general.nameHint")}
            name={name}
            onSave={(value) => model.writeMyName(value)}
          />
        )}
        {partner && (
          <NameField
            key={partner.id}
            label={i18n.t("settings.general.partnerName")}
            name={partner.name}
            onSave={(value) => model.writePartnerName(partner.id, value)}
          />
        )}
      </SetSection>
      <MentorshipSection model={model.mentorship} />
      <SetSection
        title={i18n.t("settings.general.panelPlace.title")}
        intro={i18n.t("settings.general.panelPlace.intro")}
      >
        <Segments
          label={i18n.t("settings.general.panelPlace.label")}
          value={model.panelPlace.choice.value}
          options={model.panelPlace.choices.map((value) => ({
            value,
            label: i18n.t(`settings.general.panelPlace.${value}`),
          }))}
          onChange={(value) => model.panelPlace.choose(value)}
        />
      </SetSection>
      <SetSection title={i18n.t("notes.lock.title")} intro={i18n.t("notes.lock.intro")}>
        <Segments
          label={i18n.t("notes.lock.name")}
          value={model.lock.choice.value}
          options={model.lock.choices.map((value) => ({ value, label: i18n.t(`notes.lock.${value}`) }))}
          onChange={(value) => model.lock.choose(value)}
        />
      </SetSection>
      <SetSection
        title={i18n.t("settings.general.language")}
        intro={i18n.t("settings.general.languageIntro")}
      >
        <p>{i18n.t("settings.general.dates", [longDay(model.today.value), time])}</p>
      </SetSection>
    </>
  );
}
