import { Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";

/** The button that becomes a line to write a new goal. */
export function AddGoal({
  model,
  mentorshipId,
  primary,
}: {
  model: GoalsModel;
  mentorshipId: Id;
  /** It is the one thing to do here. */
  primary?: boolean;
}) {
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(adding);
  if (!adding) {
    return (
      <div ref={place}>
        <button
          type="button"
          class={primary ? "btn primary" : "btn quiet"}
          data-return
          onClick={() => setAdding(true)}
        >
          <Icon of={Plus} />
          {i18n.t("goals.addGoal")}
        </button>
      </div>
    );
  }
  return (
    <div ref={place} class="grow">
      <InlineForm
        draft={`${mentorshipId}.goal`}
        label={i18n.t("goals.addGoal")}
        submit={i18n.t("goals.addGoal")}
        onSave={(value) => model.addGoal(mentorshipId, value("title"))}
        onClose={() => setAdding(false)}
      >
        <input
          class="input"
          type="text"
          name="title"
          autocomplete="off"
          aria-label={i18n.t("goals.goal")}
          placeholder={i18n.t("goals.goalExample")}
        />
      </InlineForm>
    </div>
  );
}
