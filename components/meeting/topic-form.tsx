import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { BriefModel, TopicForm } from "@/lib/state/brief.ts";
import type { AgendaRow } from "@/lib/state/meeting-topics.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";

/** A topic while it is changed, gets its homework, or is split. What is typed survives the closing of the page. */
export function TopicFormFields({
  form,
  row,
  view,
  brief,
}: {
  form: TopicForm;
  row: AgendaRow;
  view: MeetingView;
  brief: BriefModel;
}) {
  const close = (): void => {
    brief.form.value = null;
  };
  const common = { draft: `${row.id}.${form.kind}`, onClose: close };
  if (form.kind === "split") {
    return (
      <InlineForm
        {...common}
        label={i18n.t("brief.splitNamed", [row.title])}
        submit={i18n.t("brief.splitSubmit")}
        onSave={(value) => brief.split(row.id, value("titles"))}
      >
        <textarea
          class="textarea"
          name="titles"
          rows={3}
          aria-label={i18n.t("brief.splitLabel")}
          defaultValue={`${row.title}\n`}
        />
        <p class="hint">
          {i18n.t("brief.splitLabel")}. {i18n.t("brief.splitHint")}
        </p>
      </InlineForm>
    );
  }
  if (form.kind === "homework") {
    return (
      <InlineForm
        {...common}
        label={i18n.t("brief.homeworkNamed", [row.title])}
        submit={i18n.t("common.save")}
        onSave={(value) => brief.edit(row.id, { homework: value("homework") })}
      >
        <p class="strong">{row.title}</p>
        <Homework row={row} />
      </InlineForm>
    );
  }
  return (
    <InlineForm
      {...common}
      label={i18n.t("brief.editNamed", [row.title])}
      submit={i18n.t("common.save")}
      onSave={(value) =>
        brief.edit(row.id, {
          title: value("title"),
          homework: value("homework"),
          ...(row.done ? { answer: value("answer") } : {}),
          kind: value("question") ? "question" : "topic",
          sensitive: value("sensitive") !== "",
          ...(view.sections.length > 0 && !row.done ? { sectionId: value("part") || null } : {}),
        })
      }
    >
      <input
        class="input"
        type="text"
        name="title"
        autocomplete="off"
        aria-label={i18n.t("brief.topicWords")}
        defaultValue={row.title}
      />
      {row.done && (
        <textarea
          class="textarea"
          name="answer"
          rows={2}
          aria-label={i18n.t("brief.answer")}
          placeholder={i18n.t("brief.answer")}
          defaultValue={row.answer}
        />
      )}
      <Homework row={row} />
      {view.sections.length > 0 && !row.done && (
        <select class="select" name="part" aria-label={i18n.t("brief.part")}>
          <option value="" selected={row.sectionId === null}>
            {i18n.t("brief.noPart")}
          </option>
          {view.sections.map(({ id, title }) => (
            <option key={id} value={id} selected={id === row.sectionId}>
              {title}
            </option>
          ))}
        </select>
      )}
      <Tick name="question" label={i18n.t("brief.isQuestion")} checked={row.question} />
      <Tick
        name="sensitive"
        label={i18n.t("brief.sensitiveLabel")}
        hint={i18n.t("brief.sensitiveHint")}
        checked={row.sensitive}
      />
    </InlineForm>
  );
}

function Homework({ row }: { row: AgendaRow }) {
  return (
    <>
      <textarea
        class="textarea"
        name="homework"
        rows={2}
        aria-label={i18n.t("brief.homework")}
        placeholder={i18n.t("brief.homework")}
        defaultValue={row.homework}
      />
      <p class="hint">{i18n.t("brief.homeworkHint")}</p>
    </>
  );
}

function Tick({
  name,
  label,
  hint,
  checked,
}: {
  name: string;
  label: string;
  hint?: string;
  checked: boolean;
}) {
  const id = useId();
  return (
    <div class="row flat">
      <input class="check" type="checkbox" name={name} value="yes" id={id} defaultChecked={checked} />
      <label class="main" for={id}>
        {label}
        {hint && <span class="meta">{hint}</span>}
      </label>
    </div>
  );
}
