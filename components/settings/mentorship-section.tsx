import { Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { countsWords } from "@/components/kit/counts-words.ts";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import { stageWordings } from "@/lib/domain/life-cycle.ts";
import { stageName, stageWording } from "@/lib/state/stage-words.ts";
import type { MentorshipSettingsModel } from "@/lib/state/mentorship-settings.ts";
import { SetSection } from "./set-section.tsx";

/** The mentorship as a whole: its stage and the words for stages; its history; its way to the trash. */
export function MentorshipSection({ model }: { model: MentorshipSettingsModel }) {
  const view = model.view.value;
  const [asking, setAsking] = useState(false);
  if (!view) return null;
  return (
    <>
      <SetSection title={i18n.t("stage.heading")} intro={i18n.t("lifecycle.stageLinkIntro")}>
        <div class="stage-move">
          <p class="line">
            <span class="strong">{stageName(view.stage)}</span>
            <a class="btn sm" href={`#/stages/${view.stage}`}>
              {i18n.t("lifecycle.stageLink")}
            </a>
            <HistoryLink table="mentorships" id={view.id} title={view.partnerName} />
          </p>
        </div>
      </SetSection>
      <SetSection title={i18n.t("lifecycle.wording.title")} intro={i18n.t("lifecycle.wording.intro")}>
        <Segments
          label={i18n.t("lifecycle.wording.title")}
          value={stageWording.value}
          options={stageWordings.map((wording) => ({
            value: wording,
            label: i18n.t(`lifecycle.wording.${wording}`),
          }))}
          onChange={(wording) => model.chooseWording(wording)}
        />
      </SetSection>
      <SetSection title={i18n.t("stage.removeHeading")} intro={i18n.t("stage.removeIntro")}>
        <button type="button" class="btn sm" onClick={() => setAsking(true)}>
          <Icon of={Trash2} size="sm" />
          {i18n.t("stage.remove")}
        </button>
        <ConfirmDialog
          open={asking}
          title={i18n.t("stage.askTitle", [view.partnerName])}
          confirm={i18n.t("stage.remove")}
          onClose={() => setAsking(false)}
          onConfirm={() => void model.remove(view.id)}
        >
          <p>{i18n.t("stage.askText", [countsWords(view.contents) || i18n.t("history.nothing")])}</p>
          <p>{i18n.t("stage.askRest")}</p>
        </ConfirmDialog>
      </SetSection>
    </>
  );
}
