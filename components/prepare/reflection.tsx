import { CircleAlert, Shuffle } from "lucide";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { reflectionPrompts } from "@/lib/content/activities.ts";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { Failure } from "@/lib/state/failure.ts";
import type { PrepareModel, PrepareView } from "@/lib/state/prepare.ts";

/** A question about one's own ways; the answer is kept from the first key and saved as a dated entry of the journal. */
export function Reflection({ model, view }: { model: PrepareModel; view: PrepareView }) {
  const [problem, setProblem] = useState<Failure | null>(null);
  const errorId = useId();
  const form = model.drafts.reflection(view.mentorshipId);
  const { prompt, text } = form.value.value;
  const key = reflectionPrompts.find((each) => each === prompt) ?? reflectionPrompts[0];
  const question = i18n.t(`prepare.prompts.${key}`);
  const { count, lastAt } = view.reflections;
  const next = reflectionPrompts[(reflectionPrompts.indexOf(key) + 1) % reflectionPrompts.length] ?? key;
  return (
    <form
      class="reflection"
      aria-label={i18n.t("prepare.reflection.title")}
      onSubmit={(event) => {
        event.preventDefault();
        void model.reflect(question, next).then(setProblem);
      }}
    >
      <h3 class="head">{i18n.t("prepare.reflection.title")}</h3>
      <div class="question">
        <p class="said">{question}</p>
        <button type="button" class="btn sm quiet" onClick={() => form.set({ prompt: next })}>
          <Icon of={Shuffle} size="sm" />
          {i18n.t("prepare.reflection.another")}
        </button>
      </div>
      <textarea
        class="textarea"
        aria-label={`${i18n.t("prepare.reflection.label")}: ${question}`}
        aria-invalid={problem !== null}
        aria-describedby={problem ? errorId : undefined}
        value={text}
        onInput={(event) => form.set({ text: event.currentTarget.value })}
      />
      {problem && (
        <p class="error" role="alert" id={errorId}>
          <Icon of={CircleAlert} size="sm" />
          {i18n.t(`errors.${problem}`)}
        </p>
      )}
      <div class="btns">
        <button type="submit" class="btn sm">
          {i18n.t("prepare.reflection.save")}
        </button>
        <span class="hint" role="status">
          {form.restored.value && text
            ? i18n.t("prepare.reflection.restored")
            : i18n.t("prepare.reflection.hint")}
        </span>
        {lastAt !== null && (
          <a class="meta" href="#/journal">
            {i18n.t("prepare.reflection.kept", count, [String(count), dayOfInstant(lastAt)])}
          </a>
        )}
      </div>
    </form>
  );
}
