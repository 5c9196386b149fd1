import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { BankQuestion } from "@/lib/domain/question-bank.ts";
import type { Failure } from "@/lib/state/failure.ts";
import type { QuestionsModel } from "@/lib/state/questions.ts";

/** Adds a question to the bank or changes one. What is typed survives the closing of the page. */
export function QuestionForm({
  model,
  label,
  question,
  setName,
  onSave,
  onClose,
}: {
  model: QuestionsModel;
  label: string;
  question?: BankQuestion;
  setName?: string;
  onSave: (form: {
    text: string;
    set: string;
    tags: string[];
    sensitive: boolean;
  }) => Promise<Failure | null>;
  onClose: () => void;
}) {
  const id = useId();
  return (
    <InlineForm
      label={label}
      submit={i18n.t("common.save")}
      draft={`question.${question?.id ?? "new"}`}
      onSave={(value) =>
        onSave({
          text: value("text"),
          set: value("set"),
          tags: value("tags").split(","),
          sensitive: value("sensitive") !== "",
        })
      }
      onClose={onClose}
    >
      <input
        class="input"
        type="text"
        name="text"
        autocomplete="off"
        aria-label={i18n.t("questions.text")}
        placeholder={i18n.t("questions.example")}
        defaultValue={question?.text}
      />
      <input
        class="input"
        type="text"
        name="set"
        list={`${id}-sets`}
        autocomplete="off"
        aria-label={i18n.t("questions.set")}
        placeholder={`${i18n.t("questions.set")}: ${i18n.t("questions.setHint")}`}
        defaultValue={setName}
      />
      <datalist id={`${id}-sets`}>
        {model.setNames.value.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <input
        class="input"
        type="text"
        name="tags"
        autocomplete="off"
        aria-label={i18n.t("questions.tags")}
        placeholder={`${i18n.t("questions.tags")}: ${i18n.t("questions.tagsHint")}`}
        defaultValue={question?.tags.join(", ")}
      />
      <div class="row flat">
        <input
          class="check"
          type="checkbox"
          name="sensitive"
          value="yes"
          id={id}
          defaultChecked={question?.sensitive}
        />
        <label class="main" for={id}>
          {i18n.t("questions.sensitive")}
          <span class="meta">{i18n.t("questions.sensitiveHint")}</span>
        </label>
      </div>
    </InlineForm>
  );
}
