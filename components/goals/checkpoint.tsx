import { ChevronRight } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import { WordsField } from "./words-field.tsx";

const prompts = ["worked", "didNot", "adjust"] as const;

/**
 * The checkpoint at a milestone: what worked, what did not, what to adjust. Offered when it is reached, and left there
 * to be read and changed.
 */
export function Checkpoint({ milestone, model }: { milestone: Milestone; model: GoalsModel }) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(editing);
  if (milestone.status !== "reached") return null;
  const { id, title } = milestone;
  const said = prompts.filter((prompt) => milestone[prompt]);
  const offered = model.steps.justReached.value === id;
  if (!editing && said.length === 0 && !offered) return null;
  return (
    <div ref={place} class="step-wide checkpoint">
      {editing ? (
        <InlineForm
          label={i18n.t("goalPlan.checkpoint.form", [title])}
          submit={i18n.t("common.save")}
          onSave={async (value) => {
            const failed = await model.steps.writeCheckpoint(id, {
              worked: value("worked"),
              didNot: value("didNot"),
              adjust: value("adjust"),
            });
            if (!failed) model.steps.noCheckpoint();
            return failed;
          }}
          onClose={() => setEditing(false)}
          draft={`${id}.checkpoint`}
        >
          {prompts.map((prompt) => (
            <WordsField
              key={prompt}
              name={prompt}
              label={i18n.t(`goalPlan.checkpoint.${prompt}`)}
              value={milestone[prompt]}
            />
          ))}
        </InlineForm>
      ) : said.length > 0 ? (
        <details class="closed">
          <summary class="fold meta">
            <Icon of={ChevronRight} size="sm" />
            {i18n.t("goalPlan.checkpoint.title")}
          </summary>
          <dl class="facts">
            {said.map((prompt) => (
              <div key={prompt}>
                <dt class="meta">{i18n.t(`goalPlan.checkpoint.${prompt}`)}</dt>
                <dd class="break">{milestone[prompt]}</dd>
              </div>
            ))}
          </dl>
          <button
            type="button"
            class="btn sm quiet lead-btn"
            aria-label={i18n.t("goalPlan.checkpoint.editNamed", [title])}
            data-return
            onClick={() => setEditing(true)}
          >
            {i18n.t("goals.edit")}
          </button>
        </details>
      ) : (
        <div class="btns">
          <span class="soft">{i18n.t("goalPlan.checkpoint.offer")}</span>
          <button
            type="button"
            class="btn sm"
            aria-label={i18n.t("goalPlan.checkpoint.writeNamed", [title])}
            data-return
            onClick={() => setEditing(true)}
          >
            {i18n.t("goalPlan.checkpoint.write")}
          </button>
          <button type="button" class="btn sm quiet" onClick={() => model.steps.noCheckpoint()}>
            {i18n.t("goalPlan.checkpoint.skip")}
          </button>
        </div>
      )}
    </div>
  );
}
