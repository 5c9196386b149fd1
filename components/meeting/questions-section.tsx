import { Check, Lock, Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { BankQuestion } from "@/lib/domain/question-bank.ts";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { QuestionRow } from "@/lib/state/meeting-view.ts";
import { Section } from "./section.tsx";

const shownAtFirst = 4;

/** Questions that wait to be asked, and some of the bank unless the agenda has them; one click puts them on the agenda or takes them off again. */
export function QuestionsSection({
  model,
  questions,
  brief,
  suggested,
}: {
  model: MeetingModel;
  questions: readonly QuestionRow[];
  brief: BriefModel;
  suggested: readonly BankQuestion[];
}) {
  const [all, setAll] = useState(false);
  const shown = all ? questions : questions.slice(0, shownAtFirst);
  const more = questions.length - shown.length;
  return (
    <Section head={i18n.t("brief.questions")} meta={questions.length > 0 && String(questions.length)}>
      <ul class="list">
        {shown.map((row) => (
          <Question
            key={row.id}
            text={row.text}
            asked={row.topicId !== null}
            onToggle={() => void (row.topicId ? model.dropTopic(row.topicId) : model.ask(row))}
          />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="btn link sm" onClick={() => setAll(true)}>
          {i18n.t("brief.moreQuestions", [String(more)])}
        </button>
      )}
      <h4 class="meta bank">
        {suggested.length > 0 && i18n.t("brief.bank")}
        <a href="#/questions">{i18n.t("brief.allQuestions")}</a>
      </h4>
      <ul class="list">
        {suggested.map((question) => (
          <Question
            key={question.id}
            text={question.text}
            sensitive={question.sensitive}
            asked={false}
            onToggle={() => void brief.ask(question, null)}
          />
        ))}
      </ul>
    </Section>
  );
}

function Question({
  text,
  asked,
  sensitive,
  onToggle,
}: {
  text: string;
  /** It is on the agenda. */
  asked: boolean;
  sensitive?: boolean;
  onToggle: () => void;
}) {
  const label = i18n.t(asked ? "brief.unask" : "brief.ask", [text]);
  return (
    <li class="row flat">
      <span class="main">
        {text}
        {sensitive && (
          <span class="meta" title={i18n.t("brief.sensitiveHint")}>
            <Icon of={Lock} size="sm" /> {i18n.t("brief.sensitive")}
          </span>
        )}
      </span>
      <button
        type="button"
        class="icon-btn sm add"
        aria-pressed={asked}
        aria-label={label}
        title={label}
        onClick={onToggle}
      >
        <Icon of={asked ? Check : Plus} />
      </button>
    </li>
  );
}
