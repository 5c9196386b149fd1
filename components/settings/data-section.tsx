import { HardDrive, History, Trash2 } from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { RemoveSample } from "@/components/kit/remove-sample.tsx";
import { useLoadedPart } from "@/components/kit/use-loaded-part.ts";
import type { SettingsModel } from "@/lib/state/settings.ts";
import { Integrity } from "./integrity.tsx";
import { SetSection } from "./set-section.tsx";

const kinds = ["mentorships", "goals", "milestones", "meetings", "commitments", "entries", "notes"] as const;

/** What is kept and where; and the sample, as long as there is one. */
export function DataSection({ model, exchange }: { model: SettingsModel; exchange: ComponentChildren }) {
  const counts = model.counts.value;
  const backups = useLoadedPart(async () => {
    const [{ BackupSections }, loaded] = await Promise.all([
      import("./backup-sections.tsx"),
      model.loadBackups(),
    ]);
    return <BackupSections model={loaded} />;
  }, [model]);
  return (
    <>
      <SetSection title={i18n.t("settings.data.kept")} intro={i18n.t("settings.data.keptIntro")}>
        <p class="status">
          <Icon of={HardDrive} />
          <span>
            <span class="strong">{i18n.t("settings.data.here")}</span>
            <span class="meta">{i18n.t("settings.data.hereHint")}</span>
          </span>
        </p>
        {counts && (
          <ul class="list counted">
            {kinds.map((kind) => (
              <li class="row flat" key={kind}>
                <span class="main">{i18n.t(`settings.data.records.${kind}`, counts[kind])}</span>
              </li>
            ))}
          </ul>
        )}
      </SetSection>
      <SetSection title={i18n.t("history.all.title")} intro={i18n.t("settings.data.historyIntro")}>
        <p class="btns">
          <a class="btn sm" href="#/history">
            <Icon of={History} size="sm" />
            {i18n.t("history.all.title")}
          </a>
          <a class="btn sm" href="#/trash">
            <Icon of={Trash2} size="sm" />
            {i18n.t("trash.title")}
          </a>
        </p>
      </SetSection>
      {backups}
      {backups && exchange}
      <Integrity model={model.integrity} />
      {model.sample.size.value && (
        <SetSection title={i18n.t("settings.data.sample")} intro={i18n.t("settings.data.sampleIntro")}>
          <RemoveSample model={model.sample} />
        </SetSection>
      )}
    </>
  );
}
