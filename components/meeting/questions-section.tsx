import { Check, Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { QuestionRow } from "@/lib/state/meeting-view.ts";
import { Section } from "./section.tsx";

const shownAtFirst = 4;

/** Questions that wait to be asked; one click puts them on the agenda or takes them off again. */
export function QuestionsSection({
  model,
  questions,
}: {
  model: MeetingModel;
  questions: readonly QuestionRow[];
}) {
  const [all, setAll] = useState(false);
  if (questions.length === 0) return null;
  const shown = all ? questions : questions.slice(0, shownAtFirst);
  const more = questions.length - shown.length;
  return (
    <Section head={i18n.t("brief.questions")} meta={String(questions.length)}>
      <ul class="list">
        {shown.map((row) => (
          <Question key={row.id} row={row} model={model} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="btn link sm" onClick={() => setAll(true)}>
          {i18n.t("brief.moreQuestions", [String(more)])}
        </button>
      )}
    </Section>
  );
}

function Question({ row, model }: { row: QuestionRow; model: MeetingModel }) {
  const asked = row.topicId !== null && !row.parked;
  const label = i18n.t(asked ? "brief.unask" : "brief.ask", [row.text]);
  return (
    <li class="row flat">
      <span class="main">
        {row.text}
        {row.parked && <span class="meta">{i18n.t("brief.parked")}</span>}
      </span>
      <button
        type="button"
        class="icon-btn sm add"
        aria-pressed={asked}
        aria-label={label}
        title={label}
        onClick={() => void (asked && row.topicId ? model.dropTopic(row.topicId) : model.ask(row))}
      >
        <Icon of={asked ? Check : Plus} />
      </button>
    </li>
  );
}
