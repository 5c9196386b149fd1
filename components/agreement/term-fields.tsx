import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import type { AgreementSection } from "@/lib/domain/agreement.ts";
import { type AgreementTerm, termsOfSection } from "@/lib/domain/agreement-text.ts";
import { longestMeeting, shortestMeeting } from "@/lib/domain/limits.ts";
import type { SectionForm } from "@/lib/state/section-form.ts";

/** The values that a section sets: a rhythm, days, intervals. */
export function TermFields({ section, form }: { section: AgreementSection; form: SectionForm }) {
  const terms = termsOfSection[section];
  if (!terms) return null;
  return (
    <div class="term-fields">
      {terms.map((term) =>
        term === "cadence" ? (
          <CadenceFields key={term} form={form} />
        ) : (
          <TermField key={term} term={term} form={form} />
        ),
      )}
    </div>
  );
}

function TermField({ term, form }: { term: Exclude<AgreementTerm, "cadence">; form: SectionForm }) {
  const isDay = term === "startsOn" || term === "endsOn" || term === "reviewOn";
  const isMinutes = term === "meetingMinutes";
  return (
    <Field
      label={i18n.t(`agreement.fields.${term}`)}
      hint={term === "reviewOn" ? i18n.t("agreement.fields.reviewHint") : undefined}
      optional
    >
      {(control) => {
        const own = {
          value: form.values.value[term] ?? "",
          onInput: (event: Event & { currentTarget: HTMLInputElement }) =>
            form.set({ [term]: event.currentTarget.value }),
        };
        return isDay ? (
          <input {...control} {...own} class="input day-field" type="date" />
        ) : (
          <input
            {...control}
            {...own}
            class="input number-field"
            type="number"
            min={isMinutes ? shortestMeeting : 1}
            max={isMinutes ? longestMeeting : 104}
          />
        );
      }}
    </Field>
  );
}

function CadenceFields({ form }: { form: SectionForm }) {
  const { values } = form;
  return (
    <Field label={i18n.t("agreement.fields.every")} hint={i18n.t("agreement.fields.everyHint")} optional>
      {(control) => (
        <span class="cadence">
          <input
            {...control}
            class="input number-field"
            type="number"
            min={1}
            max={52}
            value={values.value["every"] ?? ""}
            onInput={(event) => form.set({ every: event.currentTarget.value })}
          />
          <select
            class="select"
            aria-label={i18n.t("agreement.fields.unit")}
            value={values.value["unit"]}
            onChange={(event) => form.set({ unit: event.currentTarget.value })}
          >
            <option value="week">{i18n.t("agreement.fields.week")}</option>
            <option value="month">{i18n.t("agreement.fields.month")}</option>
          </select>
        </span>
      )}
    </Field>
  );
}
