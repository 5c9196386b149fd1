import { Pencil } from "lucide";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { StagesModel, StagesView } from "@/lib/state/stages.ts";

const days = ["startsOn", "endsOn", "reviewOn"] as const;
const names = {
  startsOn: "lifecycle.starts",
  endsOn: "lifecycle.ends",
  reviewOn: "lifecycle.review",
} as const;

/** When the mentorship starts and ends, and when both look whether to go on. */
export function DatesSection({
  model,
  view,
  editing,
  onEdit,
}: {
  model: StagesModel;
  view: StagesView;
  editing: boolean;
  onEdit: (open: boolean) => void;
}) {
  const { mentorship, today } = view;
  const place = useReturnFocus<HTMLElement>(editing);
  return (
    <section ref={place} class="aside-sec" aria-labelledby="dates">
      <div class="sec-head">
        <h2 class="head" id="dates">
          {i18n.t("lifecycle.dates")}
        </h2>
        {!editing && (
          <button
            type="button"
            class="icon-btn sm end"
            data-return
            aria-label={i18n.t("lifecycle.datesEdit")}
            title={i18n.t("lifecycle.datesEdit")}
            onClick={() => onEdit(true)}
          >
            <Icon of={Pencil} size="sm" />
          </button>
        )}
      </div>
      {editing ? (
        <InlineForm
          draft={`${mentorship.id}.dates`}
          label={i18n.t("lifecycle.dates")}
          submit={i18n.t("common.save")}
          onSave={(value) => {
            const [startsOn, endsOn, reviewOn] = [value("startsOn"), value("endsOn"), value("reviewOn")];
            const edit = { startsOn, endsOn, reviewOn, reason: value("reason") };
            return model.editMentorship(mentorship.id, edit, "dates");
          }}
          onClose={() => onEdit(false)}
        >
          {days.map((day) => (
            <Field
              key={day}
              label={i18n.t(names[day])}
              hint={day === "reviewOn" ? i18n.t("lifecycle.reviewHint") : undefined}
            >
              {(control) => (
                <input
                  {...control}
                  class="input day-field"
                  type="date"
                  name={day}
                  defaultValue={mentorship[day] ?? ""}
                />
              )}
            </Field>
          ))}
          <ReasonField />
        </InlineForm>
      ) : (
        <dl class="stage-dates">
          {days.map((day) => {
            const on = mentorship[day];
            return (
              <div key={day}>
                <dt class="soft">{i18n.t(names[day])}</dt>
                <dd class={on ? "num" : "meta"}>{on ? shortDay(on, today) : i18n.t("lifecycle.noDate")}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </section>
  );
}
