import { UserRoundPlus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { PeopleModel } from "@/lib/state/people.ts";

/** A button that becomes the line which takes somebody down; it stays open for the next one. */
export function AddPerson({ model, candidate = false }: { model: PeopleModel; candidate?: boolean }) {
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(adding);
  const words = i18n.t(candidate ? "people.addCandidate" : "people.add");
  return (
    <div ref={place} class={adding ? "adding" : ""}>
      {adding ? (
        <InlineForm
          draft={candidate ? "people.candidate" : "people.person"}
          label={words}
          submit={words}
          again
          onSave={(value) => model.add(value("name"), value("role"), candidate)}
          onClose={() => setAdding(false)}
        >
          <div class="pair">
            <input
              class="input"
              type="text"
              name="name"
              autocomplete="off"
              aria-label={i18n.t("fields.name")}
              placeholder={i18n.t("people.nameExample")}
            />
            <input
              class="input"
              type="text"
              name="role"
              autocomplete="off"
              aria-label={i18n.t("people.role")}
              placeholder={i18n.t("people.roleExample")}
            />
          </div>
        </InlineForm>
      ) : (
        <button type="button" class="btn sm" data-return onClick={() => setAdding(true)}>
          <Icon of={UserRoundPlus} size="sm" />
          {words}
        </button>
      )}
    </div>
  );
}
