import { Bell, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import type { Failure } from "@/lib/state/failure.ts";
import type { AboutView, RemindersModel } from "@/lib/state/reminders.ts";

const rhythms = ["once", "everyDay", "everyWeek", "everyTwoWeeks", "everyMonth"] as const;

/** The reminders of one record: those that are set, and another one. What was typed is kept until it is set. */
export function RemindForm({ about, model }: { about: AboutView; model: RemindersModel }) {
  const draft = model.draft;
  const [failure, setFailure] = useState<Failure | null>(null);
  const { how, before, on, time, again, text, urgent } = draft.value;
  const type = (changed: Partial<typeof draft.value>): void => {
    setFailure(null);
    model.type(changed);
  };
  const fieldOf = (errors: readonly Failure[]): Failure | null =>
    failure && errors.includes(failure) ? failure : null;
  const save = async (): Promise<void> => setFailure(await model.add());
  return (
    <section class="aside-sec" aria-labelledby="remind-me">
      <div class="sec-head">
        <h2 class="head" id="remind-me">
          {i18n.t("reminders.set.title")}
        </h2>
        <a class="btn sm link end break" href={`#${about.path}`}>
          {about.title}
        </a>
      </div>
      {about.reminders.length === 0 ? (
        <p class="meta">{i18n.t("reminders.set.none")}</p>
      ) : (
        <ul class="list" aria-label={i18n.t("reminders.set.existing")}>
          {about.reminders.map((each) => (
            <li class="row" key={each.id}>
              <Icon of={Bell} />
              <span class="main">
                {each.when}
                {each.text && <span class="meta break">{each.text}</span>}
              </span>
              <button
                type="button"
                class="icon-btn sm"
                aria-label={i18n.t("reminders.set.remove", [each.when])}
                onClick={() => void model.remove(each.id)}
              >
                <Icon of={Trash2} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="remind-form"
        aria-label={i18n.t("reminders.set.name", [about.title])}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {about.dated ? (
          <Segments
            label={i18n.t("reminders.set.how")}
            value={how}
            options={(["before", "at"] as const).map((value) => ({
              value,
              label: i18n.t(`reminders.set.${value}`),
            }))}
            onChange={(value) => type({ how: value })}
          />
        ) : (
          about.table !== "people" && <p class="meta">{i18n.t("reminders.set.noMoment")}</p>
        )}
        {how === "before" && about.dated ? (
          <Field
            label={i18n.t("reminders.set.beforeLabel")}
            hint={i18n.t(
              about.table === "meetings" ? "reminders.set.beforeMeetingHint" : "reminders.set.beforeHint",
            )}
            error={fieldOf(["badLead", "noMoment"])}
          >
            {(control) => (
              <input
                {...control}
                class="input"
                value={before}
                onInput={(event) => type({ before: event.currentTarget.value })}
              />
            )}
          </Field>
        ) : (
          <>
            <div class="remind-pair">
              <Field label={i18n.t("reminders.set.day")} error={fieldOf(["badDate"])}>
                {(control) => (
                  <input
                    {...control}
                    class="input"
                    type="date"
                    value={on}
                    onInput={(event) => type({ on: event.currentTarget.value })}
                  />
                )}
              </Field>
              <Field label={i18n.t("reminders.set.time")} error={fieldOf(["badTime", "hasPassed"])}>
                {(control) => (
                  <input
                    {...control}
                    class="input"
                    type="time"
                    value={time}
                    onInput={(event) => type({ time: event.currentTarget.value })}
                  />
                )}
              </Field>
            </div>
            <Field label={i18n.t("reminders.set.again")}>
              {(control) => (
                <select
                  {...control}
                  class="select"
                  onChange={(event) => type({ again: event.currentTarget.value })}
                >
                  {rhythms.map((rhythm) => (
                    <option key={rhythm} value={rhythm} selected={rhythm === again}>
                      {i18n.t(`reminders.set.${rhythm}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        )}
        <Field
          label={i18n.t("reminders.set.text")}
          hint={i18n.t("reminders.set.textHint")}
          optional
          error={fieldOf(["tooLong"])}
        >
          {(control) => (
            <input
              {...control}
              class="input"
              value={text}
              onInput={(event) => type({ text: event.currentTarget.value })}
            />
          )}
        </Field>
        <label class="pick">
          <input
            class="check"
            type="checkbox"
            checked={urgent}
            onChange={(event) => type({ urgent: event.currentTarget.checked })}
          />
          <span>{i18n.t("reminders.set.urgent")}</span>
        </label>
        <div class="btns">
          <button type="submit" class="btn primary">
            {i18n.t("reminders.set.save")}
          </button>
        </div>
      </form>
    </section>
  );
}
