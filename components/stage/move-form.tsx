import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { type Stage, stages } from "@/lib/domain/vocabulary.ts";
import { stageName } from "@/lib/state/stage-words.ts";
import type { StagesModel, StagesView } from "@/lib/state/stages.ts";

/** Moves the mentorship to a stage, in any direction, on a day and for a reason. */
export function MoveForm({
  model,
  view,
  to,
  onClose,
}: {
  model: StagesModel;
  view: StagesView;
  /** The stage that is proposed. */
  to: Stage;
  onClose: () => void;
}) {
  return (
    <InlineForm
      draft={`${view.mentorship.id}.stage`}
      label={i18n.t("lifecycle.moveForm")}
      submit={i18n.t("stage.move")}
      onSave={(value) => {
        const stage = stages.find((each) => each === value("stage")) ?? to;
        return model.move(view.mentorship.id, stage, value("on"), value("reason"));
      }}
      onClose={onClose}
    >
      <div class="pair">
        <Field label={i18n.t("stage.label")}>
          {(control) => (
            <select {...control} class="select" name="stage">
              {stages.map((stage) => (
                <option key={stage} value={stage} selected={stage === to}>
                  {stageName(stage)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={i18n.t("stage.on")}>
          {(control) => (
            <input {...control} class="input day-field" type="date" name="on" defaultValue={view.today} />
          )}
        </Field>
      </div>
      <Field label={i18n.t("reason.label")} hint={i18n.t("lifecycle.moveHint")} optional>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="reason"
            autocomplete="off"
            placeholder={i18n.t("lifecycle.reasonExample")}
          />
        )}
      </Field>
    </InlineForm>
  );
}
