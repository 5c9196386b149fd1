import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { ReminderSwitch } from "@/components/kit/reminder-switch.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import { roles } from "@/lib/domain/vocabulary.ts";
import type { WelcomeModel } from "@/lib/state/welcome.ts";
import { AnswerInput } from "./answer-input.tsx";
import { ExampleChoice } from "./example-choice.tsx";
import { MeetingStep } from "./meeting-step.tsx";
import { SitesStep } from "./sites-step.tsx";
import { Step } from "./step.tsx";

/** The questions as a walk. `children` stands where somebody may turn off to the sample. */
export function Steps({ model, children }: { model: WelcomeModel; children: ComponentChildren }) {
  const answers = model.answers.value;
  const role = roles.find((each) => each === answers.role) ?? "mentee";
  const looking = Boolean(answers.looking);
  const met = looking || Boolean(answers.partnerName.trim());
  const aimed = Boolean(answers.destination.trim());
  const planned = Boolean(answers.goal.trim() || answers.milestone.trim());
  return (
    <ol class="walk steps">
      <Step title={i18n.t("welcome.role.heading")} state="done">
        <Segments
          label={i18n.t("welcome.role.label")}
          value={role}
          options={roles.map((each) => ({ value: each, label: i18n.t(`welcome.role.${each}`) }))}
          onChange={(value) => model.set({ role: value })}
        />
        <p class="hint">{i18n.t("welcome.role.hint")}</p>
        <Field label={i18n.t("welcome.role.myName")} optional error={model.errors.value.myName}>
          {(control) => <AnswerInput {...control} model={model} field="myName" autocomplete="name" />}
        </Field>
      </Step>
      <Step title={i18n.t("welcome.partner.heading")} state={met ? "done" : "next"}>
        {!looking && (
          <Field label={i18n.t(`welcome.partner.${role}`)} error={model.errors.value.partnerName}>
            {(control) => (
              <AnswerInput
                {...control}
                model={model}
                field="partnerName"
                placeholder={i18n.t("welcome.partner.example")}
              />
            )}
          </Field>
        )}
        <label class="pick">
          <input
            class="check"
            type="checkbox"
            checked={looking}
            onChange={(event) => model.set({ looking: event.currentTarget.checked ? "yes" : "" })}
          />
          <span>
            {i18n.t("welcome.partner.looking")}
            {looking && <span class="hint">{i18n.t(`welcome.partner.lookingHint.${role}`)}</span>}
          </span>
        </label>
        {children}
      </Step>
      <Step
        title={i18n.t(
          role === "mentor" ? "welcome.destination.headingMentor" : "welcome.destination.heading",
        )}
        state={aimed ? "done" : met ? "next" : "ahead"}
        optional
      >
        <Field
          label={i18n.t("welcome.destination.label")}
          hint={i18n.t("welcome.destination.hint")}
          error={model.errors.value.destination}
        >
          {(control) => (
            <textarea
              {...control}
              class="textarea"
              name="destination"
              placeholder={i18n.t("welcome.destination.example")}
              value={answers.destination}
              onInput={(event) => model.set({ destination: event.currentTarget.value })}
            />
          )}
        </Field>
        <ExampleChoice model={model} />
      </Step>
      <Step
        title={i18n.t("welcome.goal.heading")}
        state={planned ? "done" : met && aimed ? "next" : "ahead"}
        optional
      >
        <Field label={i18n.t("welcome.goal.label")} error={model.errors.value.goal}>
          {(control) => (
            <AnswerInput
              {...control}
              model={model}
              field="goal"
              placeholder={i18n.t("welcome.goal.example")}
            />
          )}
        </Field>
        <div class="two">
          <Field
            label={i18n.t("welcome.goal.milestone")}
            hint={i18n.t("welcome.goal.hint")}
            error={model.errors.value.milestone}
          >
            {(control) => (
              <AnswerInput
                {...control}
                model={model}
                field="milestone"
                placeholder={i18n.t("welcome.goal.milestoneExample")}
              />
            )}
          </Field>
          <Field label={i18n.t("welcome.goal.on")} error={model.errors.value.milestoneOn}>
            {(control) => (
              <AnswerInput
                {...control}
                model={model}
                field="milestoneOn"
                type="date"
                min={model.today.value}
              />
            )}
          </Field>
        </div>
      </Step>
      <MeetingStep model={model} state={answers.meetingOn ? "done" : planned ? "next" : "ahead"} />
      <SitesStep model={model} />
      <Step
        title={i18n.t("welcome.remind.heading")}
        state={model.reminders.state.value === "on" ? "done" : "ahead"}
        optional
      >
        <ReminderSwitch model={model.reminders} />
      </Step>
    </ol>
  );
}
