import { i18n } from "#i18n";
import type { ReminderSettingsModel } from "@/lib/state/reminder-settings.ts";
import { SetSection } from "./set-section.tsx";

/** What comes next, as it stands: each change above is seen here. */
export function ReminderPreview({ model }: { model: ReminderSettingsModel }) {
  const next = model.next.value;
  if (!next) return null;
  return (
    <SetSection
      title={i18n.t("reminders.settingsPage.next")}
      intro={i18n.t("reminders.settingsPage.nextIntro")}
    >
      {next.length === 0 ? (
        <p class="meta">{i18n.t("reminders.settingsPage.nextNone")}</p>
      ) : (
        <ol class="list" aria-label={i18n.t("reminders.settingsPage.next")}>
          {next.map((each) => (
            <li class="row flat" key={each.key}>
              <span class="main">
                <a class="break" href={`#${each.path}`}>
                  {each.label}
                </a>
                <span class="meta dots">
                  {each.kind && <span>{each.kind}</span>}
                  {each.person && <span>{each.person}</span>}
                  {each.held && <span>{i18n.t("reminders.settingsPage.held", [each.held])}</span>}
                </span>
              </span>
              <time class="meta num end">{each.when}</time>
            </li>
          ))}
        </ol>
      )}
    </SetSection>
  );
}
