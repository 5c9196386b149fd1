import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Rating } from "@/components/kit/rating.tsx";
import { closingScores } from "@/lib/domain/closing.ts";
import type { ClosingDraft } from "@/lib/state/closing.ts";

/** The three scores and the two texts of a closing evaluation. */
export function ClosingFields({
  value,
  onChange,
}: {
  value: ClosingDraft;
  onChange: (change: Partial<ClosingDraft>) => void;
}) {
  const scale = useId();
  return (
    <>
      <p class="hint" id={scale}>
        {i18n.t("closing.scale")}
      </p>
      <dl class="ratings" aria-describedby={scale}>
        {closingScores.map((score) => (
          <div key={score}>
            <dt>{i18n.t(`fields.${score}`)}</dt>
            <dd>
              <Rating
                label={i18n.t(`fields.${score}`)}
                value={value[score] ? Number(value[score]) : null}
                onRate={(rating) => onChange({ [score]: rating === null ? "" : String(rating) })}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Field label={i18n.t("fields.lessons")}>
        {(control) => (
          <textarea
            {...control}
            class="textarea"
            name="lessons"
            placeholder={i18n.t("closing.lessonsExample")}
            value={value.lessons}
            onInput={(event) => onChange({ lessons: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={i18n.t("closing.words")}>
        {(control) => (
          <textarea
            {...control}
            class="textarea"
            name="text"
            placeholder={i18n.t("closing.wordsExample")}
            value={value.text}
            onInput={(event) => onChange({ text: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
