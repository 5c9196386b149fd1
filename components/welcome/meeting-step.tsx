import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { type CadenceChoice, type WelcomeModel } from "@/lib/state/welcome.ts";
import { AnswerInput } from "./answer-input.tsx";
import { Step } from "./step.tsx";

const cadences: readonly CadenceChoice[] = ["none", "weekly", "biweekly", "monthly"];

/** When the two meet next, where, and how often from then on. */
export function MeetingStep({ model, state }: { model: WelcomeModel; state: "done" | "next" | "ahead" }) {
  const answers = model.answers.value;
  const errors = model.errors.value;
  return (
    <Step title={i18n.t("welcome.meeting.heading")} state={state} optional>
      <div class="two">
        <Field label={i18n.t("welcome.meeting.on")} error={errors.meetingOn}>
          {(control) => (
            <AnswerInput {...control} model={model} field="meetingOn" type="date" min={model.today.value} />
          )}
        </Field>
        <Field label={i18n.t("welcome.meeting.time")} error={errors.meetingTime}>
          {(control) => <AnswerInput {...control} model={model} field="meetingTime" type="time" />}
        </Field>
      </div>
      <Field
        label={i18n.t("welcome.meeting.link")}
        hint={i18n.t("welcome.meeting.linkHint")}
        error={errors.meetingLink}
      >
        {(control) => (
          <AnswerInput
            {...control}
            model={model}
            field="meetingLink"
            inputMode="url"
            placeholder="https://meet.google.com/abc-defg-hij"
          />
        )}
      </Field>
      <Field label={i18n.t("welcome.meeting.cadence")}>
        {(control) => (
          <select
            {...control}
            class="select"
            name="cadence"
            value={answers.cadence}
            onChange={(event) => model.set({ cadence: event.currentTarget.value })}
          >
            {cadences.map((each) => (
              <option key={each} value={each}>
                {i18n.t(`welcome.meeting.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Step>
  );
}
