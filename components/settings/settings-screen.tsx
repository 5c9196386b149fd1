import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type { SettingsModel } from "@/lib/state/settings.ts";
import type { SettingsSection } from "@/lib/state/route.ts";
import { AboutSection } from "./about-section.tsx";
import { DataSection } from "./data-section.tsx";
import { GeneralSection } from "./general-section.tsx";
import { MeetingsSection } from "./meetings-section.tsx";
import { RemindersSection } from "./reminders-section.tsx";
import { SyncSection } from "./sync-section.tsx";

const sections = [
  "general",
  "reminders",
  "meetings",
  "sync",
  "data",
  "about",
] as const satisfies readonly SettingsSection[];

/** The settings, one section at a time. Content of the Shell's main, which draws the heading. */
export function SettingsScreen({
  model,
  section,
  exchange,
}: {
  model: SettingsModel;
  section: SettingsSection;
  /** Files for the other person and from them. */
  exchange: ComponentChildren;
}) {
  return (
    <div class="set">
      <nav class="set-tabs" aria-label={i18n.t("settings.sections")}>
        {sections.map((each) => (
          <a key={each} href={`#/settings/${each}`} aria-current={each === section ? "page" : undefined}>
            {i18n.t(each === "sync" ? "sync.title" : `settings.${each}.title`)}
          </a>
        ))}
      </nav>
      {section === "general" && <GeneralSection model={model} />}
      {section === "reminders" && <RemindersSection model={model} />}
      {section === "meetings" && <MeetingsSection model={model} />}
      {section === "sync" && <SyncSection model={model} />}
      {section === "data" && <DataSection model={model} exchange={exchange} />}
      {section === "about" && <AboutSection model={model} />}
    </div>
  );
}
