import { Copy, Download, Pencil, Printer, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { closingScores } from "@/lib/domain/closing.ts";
import type { Review } from "@/lib/domain/review.ts";
import { longDay, shortDay } from "@/lib/i18n/dates.ts";
import type { ClosingModel } from "@/lib/state/closing.ts";
import { ClosingFields } from "./closing-fields.tsx";
import { RestoredHint } from "@/components/kit/restored-hint.tsx";

/** A closing evaluation as it was kept: with its day, its scores, and what was learned. */
export function ClosingItem({ review, model }: { review: Review; model: ClosingModel }) {
  const [form, setForm] = useState<ReturnType<ClosingModel["formOf"]> | null>(null);
  const place = useReturnFocus<HTMLLIElement>(form !== null);
  const on = shortDay(review.on, model.today.value);
  if (form) {
    return (
      <li ref={place}>
        <InlineForm
          draft={null}
          label={i18n.t("closing.edit", [on])}
          submit={i18n.t("common.save")}
          onSave={async () => {
            const problem = await model.edit(review.id, form.value.peek());
            if (!problem) form.clear();
            return problem;
          }}
          onClose={() => setForm(null)}
          extra={<HistoryLink table="reviews" id={review.id} title={on} />}
        >
          {form.restored.value && <RestoredHint onStartOver={form.clear} />}
          <ClosingFields value={form.value.value} onChange={form.set} />
        </InlineForm>
      </li>
    );
  }
  return (
    <li ref={place}>
      <article class="kept">
        <div class="kept-head">
          <h3 class="head">
            {longDay(review.on)} {review.on.slice(0, 4)}
          </h3>
          <span class="end">
            {action(Copy, i18n.t("closing.copy", [on]), () => void model.copy(review))}
            {action(Download, i18n.t("closing.download", [on]), () => model.download(review))}
            {action(Printer, i18n.t("closing.print", [on]), () => model.print())}
            <button
              type="button"
              class="icon-btn sm"
              aria-label={i18n.t("closing.edit", [on])}
              title={i18n.t("goals.edit")}
              data-return
              onClick={() => setForm(model.formOf(review))}
            >
              <Icon of={Pencil} size="sm" />
            </button>
            {action(Trash2, i18n.t("closing.remove", [on]), () => void model.remove(review.id))}
          </span>
        </div>
        <dl class="scores">
          {closingScores.map((score) => {
            const rating = review[score] ?? null;
            return (
              <div key={score}>
                <dt>{i18n.t(`fields.${score}`)}</dt>
                <dd>
                  {rating === null ? (
                    <span class="meta">{i18n.t("closing.unrated")}</span>
                  ) : (
                    <>
                      <span class="dots-of" aria-hidden="true">
                        {[1, 2, 3, 4, 5].map((step) => (
                          <span key={step} class={step === rating ? "dot" : "tick"} />
                        ))}
                      </span>
                      <span class="num">{i18n.t("closing.outOf", [String(rating)])}</span>
                    </>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
        {review.lessons && (
          <>
            <h4 class="meta">{i18n.t("fields.lessons")}</h4>
            <p class="doc break">{review.lessons}</p>
          </>
        )}
        {review.text && (
          <>
            <h4 class="meta">{i18n.t("closing.words")}</h4>
            <p class="doc break">{review.text}</p>
          </>
        )}
      </article>
    </li>
  );
}

function action(icon: typeof Copy, name: string, onPick: () => void) {
  return (
    <button type="button" class="icon-btn sm" aria-label={name} title={name} onClick={onPick}>
      <Icon of={icon} size="sm" />
    </button>
  );
}
