import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { ClosingModel } from "@/lib/state/closing.ts";
import { ClosingForm } from "./closing-form.tsx";
import { ClosingItem } from "./closing-item.tsx";

/** How it went, looked at when it ends: a form that keeps each key, and what was kept before with its day. */
export function ClosingEvaluation({ model }: { model: ClosingModel }) {
  const view = model.view.value;
  const [opened, setOpened] = useState(false);
  const begun = model.begun.value;
  const writing = opened || begun;
  const place = useReturnFocus<HTMLElement>(writing);
  if (!view) return null;
  const { closings } = view;
  return (
    <section ref={place} class="closing" aria-labelledby="closing">
      <div class="closing-head">
        <h2 class="title" id="closing">
          {i18n.t("closing.title")}
        </h2>
        <p class="soft">{i18n.t("closing.why")}</p>
      </div>
      {writing ? (
        <ClosingForm model={model} onClose={() => setOpened(false)} />
      ) : (
        <button
          type="button"
          class={closings.length === 0 ? "btn primary" : "btn"}
          data-return
          onClick={() => setOpened(true)}
        >
          {i18n.t(closings.length === 0 ? "closing.begin" : "closing.again")}
        </button>
      )}
      {closings.length === 0 && !writing && <p class="doc example">{i18n.t("closing.example")}</p>}
      <ol class="closings">
        {closings.map((review) => (
          <ClosingItem key={review.id} review={review} model={model} />
        ))}
      </ol>
    </section>
  );
}
