import { Link2Off, Plus, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { type FieldValue, InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { InventoryItem } from "@/lib/domain/inventory.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, OutcomeView } from "@/lib/state/goals-view.ts";

/** The outcomes that the two agreed on, each of which belongs to a goal; one that does not is marked. */
export function Outcomes({ model, view }: { model: GoalsModel; view: GoalsView }) {
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLElement>(adding);
  return (
    <section ref={place} class="aside-sec outcomes" aria-labelledby="outcomes">
      <h2 class="head" id="outcomes">
        {i18n.t("goalPlan.outcomes.title")}
      </h2>
      {view.outcomes.length === 0 && !adding && <p class="soft">{i18n.t("goalPlan.outcomes.none")}</p>}
      <ul>
        {view.outcomes.map((each) => (
          <Outcome key={each.outcome.id} each={each} view={view} model={model} />
        ))}
      </ul>
      {adding ? (
        <InlineForm
          draft={`${view.mentorshipId}.outcome`}
          label={i18n.t("goalPlan.outcomes.add")}
          submit={i18n.t("goalPlan.outcomes.add")}
          again
          onSave={(value) => model.addOutcome(view.mentorshipId, outcomeFrom(value))}
          onClose={() => setAdding(false)}
        >
          <OutcomeFields view={view} />
        </InlineForm>
      ) : (
        <button type="button" class="btn sm quiet lead-btn" data-return onClick={() => setAdding(true)}>
          <Icon of={Plus} size="sm" />
          {i18n.t("goalPlan.outcomes.add")}
        </button>
      )}
    </section>
  );
}

function Outcome({ each, view, model }: { each: OutcomeView; view: GoalsView; model: GoalsModel }) {
  const { outcome, goal } = each;
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLLIElement>(editing);
  if (editing) {
    return (
      <li ref={place}>
        <InlineForm
          draft={`${outcome.id}.edit`}
          label={i18n.t("goalPlan.outcomes.edit", [outcome.text])}
          submit={i18n.t("common.save")}
          onSave={(value) => model.editOutcome(outcome.id, outcomeFrom(value))}
          onClose={() => setEditing(false)}
          extra={
            <button
              type="button"
              class="btn sm quiet danger push"
              aria-label={i18n.t("goals.remove", [outcome.text])}
              onClick={() => void model.removeOutcome(outcome)}
            >
              <Icon of={Trash2} size="sm" />
              {i18n.t("common.remove")}
            </button>
          }
        >
          <OutcomeFields view={view} outcome={outcome} />
        </InlineForm>
      </li>
    );
  }
  return (
    <li ref={place}>
      <button
        type="button"
        class="words"
        aria-label={i18n.t("goalPlan.outcomes.edit", [outcome.text])}
        data-return
        onClick={() => setEditing(true)}
      >
        {outcome.text}
      </button>
      {goal ? (
        <span class="meta break">{goal.title}</span>
      ) : (
        <span class="chip soon">
          <Icon of={Link2Off} size="sm" />
          {i18n.t("goalPlan.outcomes.unlinked")}
        </span>
      )}
    </li>
  );
}

function OutcomeFields({ view, outcome }: { view: GoalsView; outcome?: InventoryItem }) {
  return (
    <>
      <input
        class="input"
        type="text"
        name="text"
        autocomplete="off"
        aria-label={i18n.t("goalPlan.outcomes.outcome")}
        placeholder={i18n.t("goalPlan.outcomes.example")}
        defaultValue={outcome?.text ?? ""}
      />
      <select class="select" name="goalId" aria-label={i18n.t("goals.goal")}>
        <option value="">{i18n.t("goalPlan.outcomes.noGoal")}</option>
        {view.goals.map(({ goal }) => (
          <option key={goal.id} value={goal.id} selected={goal.id === outcome?.goalId}>
            {goal.title}
          </option>
        ))}
      </select>
    </>
  );
}

function outcomeFrom(value: FieldValue): { text: string; goalId: string } {
  return { text: value("text"), goalId: value("goalId") };
}
