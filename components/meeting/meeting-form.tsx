import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { meetingKinds, type Owner, owners } from "@/lib/domain/vocabulary.ts";
import type { MeetingField, MeetingFormModel } from "@/lib/state/meeting-form.ts";
import { RestoredHint } from "@/components/kit/restored-hint.tsx";

/** Plans, logs, changes or moves a meeting, in the place of what it is about. Escape closes it and keeps what is typed. */
export function MeetingForm({
  form,
  label,
  today,
  localZone,
  partner = "",
}: {
  form: MeetingFormModel;
  /** Accessible name. */
  label: string;
  today: string;
  localZone: string;
  /** The other one, within a sentence; for a meeting that is moved. */
  partner?: string;
}) {
  const element = useRef<HTMLFormElement>(null);
  const purpose = form.purpose.value;
  const values = form.values.value;
  const error = form.error.value;
  useEffect(() => {
    element.current
      ?.querySelector<HTMLElement>(purpose?.kind === "move" ? "[type=date]" : "[data-title]")
      ?.focus();
    const place = element.current?.parentElement;
    // What opened the form stands in its place again.
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        place?.querySelector<HTMLElement>("[data-opens=form], [aria-haspopup=menu]")?.focus();
      });
    };
  }, []);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [error]);
  if (!purpose || !values) return null;
  const moving = purpose.kind === "move";
  const errorOf = (field: MeetingField) => (error?.field === field ? error.code : undefined);
  const typed =
    (field: MeetingField) =>
    (event: { currentTarget: { value: string } }): void =>
      form.set(field, event.currentTarget.value);

  return (
    <form
      ref={element}
      class="meeting-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        form.leave();
      }}
    >
      <h2 class="title">{label}</h2>
      {!moving && (
        <div class="two">
          <Field label={i18n.t("meetings.name")} error={errorOf("title")}>
            {(control) => (
              <input
                {...control}
                class="input"
                type="text"
                data-title
                value={values.title}
                onInput={typed("title")}
              />
            )}
          </Field>
          <Field label={i18n.t("meetings.kind")}>
            {(control) => (
              <select {...control} class="select" value={values.kind} onChange={typed("kind")}>
                {meetingKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {i18n.t(`meetings.kinds.${kind}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      <div class="three">
        <Field label={i18n.t("meetings.on")} error={errorOf("on")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="date"
              max={purpose.kind === "log" ? today : undefined}
              value={values.on}
              onInput={typed("on")}
            />
          )}
        </Field>
        <Field label={i18n.t("meetings.time")} error={errorOf("time")}>
          {(control) => (
            <input {...control} class="input" type="time" value={values.time} onInput={typed("time")} />
          )}
        </Field>
        <Field label={i18n.t("meetings.minutes")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="number"
              min={5}
              max={600}
              step={5}
              value={values.minutes}
              onInput={typed("minutes")}
            />
          )}
        </Field>
      </div>
      {values.timeZone !== localZone && (
        <p class="hint">{i18n.t("meetings.zone", [values.timeZone.replaceAll("_", " ")])}</p>
      )}
      {moving && (
        <>
          <p class="hint">{i18n.t("meetings.moveHint")}</p>
          <Reason form={form} partner={partner} />
        </>
      )}
      {purpose.kind === "split" && <p class="hint">{i18n.t("meetings.splitHint")}</p>}
      {!moving && (
        <Field
          label={i18n.t("meetings.link")}
          optional
          hint={i18n.t("meetings.linkHint")}
          error={errorOf("link")}
        >
          {(control) => (
            <input
              {...control}
              class="input"
              type="url"
              inputMode="url"
              placeholder={i18n.t("meetings.linkExample")}
              value={values.link}
              onInput={typed("link")}
            />
          )}
        </Field>
      )}
      {form.restored.value && <RestoredHint onStartOver={form.startOver} />}
      {error && error.field === null && (
        <p class="error" role="alert">
          {i18n.t(`errors.${error.code}`)}
        </p>
      )}
      <div class="btns">
        <button type="submit" class="btn primary">
          {i18n.t(`meetings.${submitLabels[purpose.kind]}`)}
        </button>
        <button type="button" class="btn quiet" onClick={form.close}>
          {i18n.t("common.cancel")}
        </button>
      </div>
    </form>
  );
}

/** Why a meeting is moved, and at whose wish: nobody has to say. */
function Reason({ form, partner }: { form: MeetingFormModel; partner: string }) {
  const { by, why } = form.because.value;
  return (
    <div class="two">
      <Field label={i18n.t("meeting.outcome.why")} optional>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            autocomplete="off"
            placeholder={i18n.t("meeting.outcome.whyExample")}
            value={why}
            onInput={(event) => form.explain({ why: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={i18n.t("meeting.outcome.by")}>
        {(control) => (
          <select
            {...control}
            class="select"
            value={by}
            onChange={(event) => form.explain({ by: ownerFrom(event.currentTarget.value) })}
          >
            <option value="">{i18n.t("meeting.outcome.byNobody")}</option>
            <option value="me">{i18n.t("wrapUp.me")}</option>
            <option value="them">{partner}</option>
            <option value="both">{i18n.t("wrapUp.both")}</option>
          </select>
        )}
      </Field>
    </div>
  );
}

function ownerFrom(value: string): Owner | "" {
  return owners.find((each) => each === value) ?? "";
}

const submitLabels = {
  plan: "planSubmit",
  log: "logSubmit",
  edit: "saveSubmit",
  move: "moveSubmit",
  split: "splitSubmit",
} as const;
