import { Check, Ellipsis, Lock, Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { BankQuestion } from "@/lib/domain/question-bank.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { setName } from "@/lib/state/brief-view.ts";
import type { QuestionsModel } from "@/lib/state/questions.ts";
import { QuestionForm } from "./question-form.tsx";

/** A question of the bank: put on the agenda, changed, put away; where it was asked and what came back. */
export function QuestionRow({
  question,
  model,
  dayOf,
}: {
  question: BankQuestion;
  model: QuestionsModel;
  dayOf: (meetingId: string | null) => string | undefined;
}) {
  const [form, setForm] = useState<"edit" | "answer" | null>(null);
  const place = useReturnFocus<HTMLLIElement>(form !== null);
  const { text, asked, waitingTopicId } = question;
  const last = asked[0];
  const close = (): void => setForm(null);
  if (form === "edit") {
    return (
      <li ref={place} class="editing">
        <QuestionForm
          model={model}
          label={i18n.t("questions.editNamed", [text])}
          question={question}
          setName={setName(question.set)}
          onSave={(changed) => model.edit(question, changed)}
          onClose={close}
        />
      </li>
    );
  }
  if (form === "answer" && last) {
    const label = i18n.t("questions.answerNamed", [text]);
    return (
      <li ref={place} class="editing">
        <InlineForm
          label={label}
          submit={i18n.t("common.save")}
          draft={`${last.topicId}.answer`}
          onSave={(value) => model.answer(last.topicId, value("answer"))}
          onClose={close}
        >
          <p class="strong">{text}</p>
          <textarea class="textarea" name="answer" rows={3} aria-label={label} defaultValue={last.answer} />
        </InlineForm>
      </li>
    );
  }
  const on = last && dayOf(last.meetingId);
  const onAgenda = waitingTopicId !== null;
  const label = i18n.t("questions.ask", [text]);
  return (
    <li ref={place} class="row flat">
      <span class="main">
        <span class={question.isAsked ? "soft" : ""} data-return tabIndex={-1}>
          {text}
        </span>
        <span class="meta dots">
          {question.sensitive && (
            <span>
              <Icon of={Lock} size="sm" /> {i18n.t("brief.sensitive")}
            </span>
          )}
          {question.tags.map((tag) => (
            <span key={tag}>{tag}</span>
          ))}
          {last && (
            <span>
              <Icon of={Check} size="sm" />{" "}
              {on
                ? i18n.t("questions.asked", [shortDay(on, model.today.value)])
                : i18n.t("questions.askedBefore")}
            </span>
          )}
          {onAgenda && <span>{i18n.t("questions.onAgenda")}</span>}
        </span>
        {last?.answer && <span class="doc answer">{last.answer}</span>}
      </span>
      <span class="end">
        {!onAgenda && model.view.value?.hasMentorship && (
          <button
            type="button"
            class="icon-btn sm"
            aria-label={label}
            title={label}
            onClick={() => void model.ask(question)}
          >
            <Icon of={Plus} />
          </button>
        )}
        <Menu
          label={i18n.t("questions.more", [text])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={menuOf(question, model, setForm)}
        />
      </span>
    </li>
  );
}

function menuOf(
  question: BankQuestion,
  model: QuestionsModel,
  onOpen: (form: "edit" | "answer") => void,
): MenuItem[] {
  const item = (id: string, label: string, onPick: () => void): MenuItem => ({ id, label, onPick });
  return [
    item("edit", i18n.t("questions.edit"), () => onOpen("edit")),
    ...(question.asked.length > 0
      ? [item("answer", i18n.t("questions.answerAdd"), () => onOpen("answer"))]
      : []),
    ...(question.isAsked ? [item("again", i18n.t("questions.again"), () => void model.again(question))] : []),
    item("hide", i18n.t("questions.putAway"), () => void model.hide(question, true)),
    ...(question.key === null
      ? [item("remove", i18n.t("questions.remove"), () => void model.remove(question))]
      : question.changed
        ? [item("reset", i18n.t("questions.asShipped"), () => void model.remove(question))]
        : []),
  ];
}
