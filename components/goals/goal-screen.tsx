import { ArrowLeft } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { inDays, shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import { GoalForm } from "./goal-form.tsx";
import { GoalMenu } from "./goal-menu.tsx";
import { GoalTrail } from "./goal-trail.tsx";
import { MilestoneList } from "./milestone-list.tsx";

/** One goal: why it matters, by when, and the walk of its milestones. */
export function GoalScreen({ model, id }: { model: GoalsModel; id: Id }) {
  const view = model.view.value;
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLElement>(editing);
  if (!view) return null;
  const found = [...view.open, ...view.closed].find(({ goal }) => goal.id === id);
  if (!found) {
    return (
      <Empty title={i18n.t("goals.unknown.title")} why={i18n.t("goals.unknown.why")}>
        <a class="btn primary" href="#/roadmap">
          {i18n.t("goals.all")}
        </a>
      </Empty>
    );
  }
  const { goal, progress } = found;
  return (
    <article ref={place} class="goals-page goal-page">
      <a class="btn sm quiet back" href="#/roadmap" data-return>
        <Icon of={ArrowLeft} size="sm" flip />
        {i18n.t("goals.all")}
      </a>
      <div class="goal-line">
        <h2 class="title break">{goal.title}</h2>
        <GoalMenu view={found} model={model} onEdit={() => setEditing(true)} />
      </div>
      <p class="meta dots">
        <span>{i18n.t(`goals.status.${goal.status}`)}</span>
        <span>{i18n.t("goals.reachedOf", [String(progress.reached), String(progress.total)])}</span>
        {goal.dueOn && (
          <span>
            {i18n.t("goals.by", [shortDay(goal.dueOn, view.today)])}
            {goal.status === "open" && `, ${inDays(goal.dueOn, view.today)}`}
          </span>
        )}
      </p>
      {editing ? (
        <GoalForm goal={goal} model={model} onClose={() => setEditing(false)} />
      ) : goal.why ? (
        <div class="why">
          <h3 class="head">{i18n.t("goals.why")}</h3>
          <p class="doc break">{goal.why}</p>
        </div>
      ) : (
        <p class="btns">
          <button type="button" class="btn sm" onClick={() => setEditing(true)}>
            {i18n.t("goals.writeWhy")}
          </button>
          <span class="hint">{i18n.t("goals.whyHint")}</span>
        </p>
      )}
      <section class="goal open" aria-labelledby="stones">
        <h3 class="head" id="stones">
          {i18n.t("goals.milestones")}
        </h3>
        <GoalTrail view={found} named />
        <MilestoneList view={found} today={view.today} model={model} />
      </section>
    </article>
  );
}
