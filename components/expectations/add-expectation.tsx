import { Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { ExpectationsModel, ExpectationsView } from "@/lib/state/expectations.ts";
import { ExpectationFields } from "./expectation-fields.tsx";
import { wordsFrom } from "./words-from.ts";

/** The button that becomes the form for a new line of the board. */
export function AddExpectation({
  model,
  view,
  primary,
}: {
  model: ExpectationsModel;
  view: ExpectationsView;
  primary?: boolean;
}) {
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(adding);
  return (
    <div ref={place} class="add-expectation">
      {adding ? (
        <InlineForm
          draft={`${view.mentorshipId}.expectation`}
          label={i18n.t("expectations.add")}
          submit={i18n.t("expectations.add")}
          onSave={(value) => model.add(view.mentorshipId, wordsFrom(value))}
          onClose={() => setAdding(false)}
        >
          <ExpectationFields partnerName={view.partnerName} />
        </InlineForm>
      ) : (
        <button
          type="button"
          class={primary ? "btn primary" : "btn quiet"}
          data-return
          onClick={() => setAdding(true)}
        >
          <Icon of={Plus} />
          {i18n.t("expectations.add")}
        </button>
      )}
    </div>
  );
}
