import { FileInput } from "@/components/kit/file-input.tsx";
import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import type { QuestionSetView, QuestionsModel } from "@/lib/state/questions.ts";
import { QuestionForm } from "./question-form.tsx";
import { QuestionRow } from "./question-row.tsx";

/** The question bank: sets that ship and one's own, with what was asked and what came back. */
export function QuestionsScreen({ model }: { model: QuestionsModel }) {
  const view = model.view.value;
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  if (!view) return null;
  return (
    <div class="questions">
      <p class="soft">{i18n.t(view.hasMentorship ? "questions.intro" : "questions.noMentorship")}</p>
      {adding ? (
        <QuestionForm
          model={model}
          label={i18n.t("questions.add")}
          onSave={model.add}
          onClose={() => {
            setAdding(false);
            requestAnimationFrame(() => add.current?.focus());
          }}
        />
      ) : (
        <div class="btns">
          <button ref={add} type="button" class="btn primary" onClick={() => setAdding(true)}>
            {i18n.t("questions.add")}
          </button>
          {view.hasOwn && (
            <button type="button" class="btn" onClick={model.export}>
              {i18n.t("questions.export")}
            </button>
          )}
        </div>
      )}
      {view.sets.map((set) => (
        <SetSection key={set.set} set={set} model={model} dayOf={view.dayOf} />
      ))}
      <Field
        label={i18n.t("questions.import")}
        hint={i18n.t("questions.importHint")}
        error={model.importFailure.value}
      >
        {(control) => (
          <FileInput
            control={control}
            accept=".json,application/json"
            onFile={(file) => void model.import(file)}
          />
        )}
      </Field>
    </div>
  );
}

function SetSection({
  set,
  model,
  dayOf,
}: {
  set: QuestionSetView;
  model: QuestionsModel;
  dayOf: (meetingId: string | null) => string | undefined;
}) {
  return (
    <section class="sec" aria-label={set.name}>
      <div class="sec-head">
        <h2 class="head">{set.name}</h2>
        <span class="meta">
          {i18n.t("questions.count", [String(set.asked), String(set.questions.length)])}
        </span>
      </div>
      <ul class="list">
        {set.questions.map((question) => (
          <QuestionRow key={question.id} question={question} model={model} dayOf={dayOf} />
        ))}
      </ul>
      {set.putAway.length > 0 && (
        <details>
          <summary class="meta">
            {i18n.t("questions.putAwayShown")}, {set.putAway.length}
          </summary>
          <ul class="list">
            {set.putAway.map((question) => (
              <li key={question.id} class="row">
                <span class="main soft">{question.text}</span>
                <button
                  type="button"
                  class="btn sm quiet"
                  aria-label={i18n.t("questions.showAgain", [question.text])}
                  onClick={() => void model.hide(question, false)}
                >
                  {i18n.t("brief.bringBack")}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
