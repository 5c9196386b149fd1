import { Paperclip, Users, Wrench } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { GoalsView, StepView } from "@/lib/state/goals-view.ts";

/** What is to be said of a milestone besides its words and its date; nothing where there is nothing. */
export function MilestoneMeta({ step, page }: { step: StepView; page: GoalsView }) {
  const { milestone, evidence } = step;
  const tags = milestone.tags ?? [];
  const needsWork = milestone.needsWork && milestone.status !== "reached";
  const isPlain = milestone.owner === "me" && !milestone.must && tags.length === 0;
  if (isPlain && !needsWork && evidence.length === 0) return null;
  return (
    <p class="meta step-meta">
      {needsWork && (
        <span class="chip soon">
          <Icon of={Wrench} size="sm" />
          {i18n.t("fields.needsWork")}
        </span>
      )}
      {milestone.must && <span class="chip">{i18n.t("wrapUp.must")}</span>}
      {milestone.owner !== "me" && (
        <span class="chip">
          <Icon of={Users} size="sm" />
          {i18n.t(`actions.owners.${milestone.owner}`, [page.partner])}
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag} class="chip">
          #{tag}
        </span>
      ))}
      {evidence.length > 0 && (
        <span class="chip">
          <Icon of={Paperclip} size="sm" />
          {i18n.t("goalPlan.evidence.count", evidence.length)}
        </span>
      )}
    </p>
  );
}
