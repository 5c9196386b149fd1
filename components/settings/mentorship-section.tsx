import { Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { countsWords } from "@/components/kit/counts-words.ts";
import { Field } from "@/components/kit/field.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { MentorshipSettingsModel } from "@/lib/state/mentorship-settings.ts";
import { SetSection } from "./set-section.tsx";

/** The mentorship as a whole: its stage, with a reason for moving it; its history; its way to the trash. */
export function MentorshipSection({ model }: { model: MentorshipSettingsModel }) {
  const view = model.view.value;
  const [moving, setMoving] = useState(false);
  const [asking, setAsking] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(moving);
  if (!view) return null;
  return (
    <>
      <SetSection title={i18n.t("stage.heading")} intro={i18n.t("stage.intro")}>
        <div ref={place} class="stage-move">
          {moving ? (
            <InlineForm
              label={i18n.t("stage.heading")}
              submit={i18n.t("stage.move")}
              onSave={(value) => {
                const stage = model.stages.find((each) => each === value("stage")) ?? view.stage;
                return model.move(view.id, stage, value("on"), value("reason"));
              }}
              onClose={() => setMoving(false)}
            >
              <Field label={i18n.t("stage.label")}>
                {(control) => (
                  <select {...control} class="select" name="stage">
                    {model.stages.map((stage) => (
                      <option key={stage} value={stage} selected={stage === view.stage}>
                        {i18n.t(`stages.${stage}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label={i18n.t("stage.on")}>
                {(control) => (
                  <input
                    {...control}
                    class="input day-field"
                    type="date"
                    name="on"
                    defaultValue={model.today.value}
                  />
                )}
              </Field>
              <ReasonField />
            </InlineForm>
          ) : (
            <p class="line">
              <span class="strong">{i18n.t(`stages.${view.stage}`)}</span>
              <button type="button" class="btn sm" data-return onClick={() => setMoving(true)}>
                {i18n.t("stage.move")}
              </button>
              <HistoryLink table="mentorships" id={view.id} title={view.partnerName} />
            </p>
          )}
        </div>
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
