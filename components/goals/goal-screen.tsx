import { ArrowLeft } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { inDays, shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { AgreedLine } from "./agreed-line.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { GoalFacts } from "./goal-facts.tsx";
import { type GoalField, GoalForm } from "./goal-form.tsx";
import { GoalMenu } from "./goal-menu.tsx";
import { GoalProgress } from "./goal-progress.tsx";
import { GoalTrail } from "./goal-trail.tsx";
import { MentorView } from "./mentor-view.tsx";
import { MetricsSection } from "./metrics-section.tsx";
import { MilestoneList } from "./milestone-list.tsx";
import { ShiftOfferNotice } from "./shift-offer.tsx";
import { SmartLights } from "./smart-lights.tsx";

/** One goal: why it matters, by when, the walk of its milestones, how it is measured and what shows it. */
export function GoalScreen({ model, id }: { model: GoalsModel; id: Id }) {
  const page = model.view.value;
  const [field, setField] = useState<GoalField | null>(null);
  const place = useReturnFocus<HTMLElement>(field !== null);
  if (!page) return null;
  const view = page.goals.find(({ goal }) => goal.id === id);
  if (!view) {
    return (
      <Empty title={i18n.t("goals.unknown.title")} why={i18n.t("goals.unknown.why")}>
        <a class="btn primary" href="#/roadmap">
          {i18n.t("goals.all")}
        </a>
      </Empty>
    );
  }
  const { goal } = view;
  return (
    <article ref={place} class="goal-page">
      <a class="btn sm quiet back" href="#/roadmap" data-return>
        <Icon of={ArrowLeft} size="sm" flip />
        {i18n.t("goals.all")}
      </a>
      <div class="cols aside goals-cols">
        <div class="goals-page">
          <div class="goal-line">
            <h2 class="title break">{goal.title}</h2>
            <GoalMenu view={view} model={model} onEdit={() => setField("title")} />
          </div>
          <GoalMeta view={view} page={page} />
          {page.shift && <ShiftOfferNotice offer={page.shift} model={model} />}
          {field ? (
            <GoalForm view={view} page={page} model={model} field={field} onClose={() => setField(null)} />
          ) : (
            <Why view={view} onWrite={() => setField("why")} />
          )}
          <section class="goal open" aria-labelledby="stones">
            <h3 class="head" id="stones">
              {i18n.t("goals.milestones")}
            </h3>
            <GoalTrail view={view} named />
            <GoalProgress view={view} model={model} />
            <MilestoneList view={view} page={page} model={model} />
          </section>
          <MetricsSection view={view} page={page} model={model} />
          <EvidenceSection view={view} page={page} model={model} />
        </div>
        <aside class="goals-aside">
          <section class="aside-sec" aria-labelledby="smart">
            <h3 class="head" id="smart">
              {i18n.t("goalPlan.smart.title")}
            </h3>
            <SmartLights lights={view.lights} onField={setField} />
            <AgreedLine view={view} page={page} model={model} />
          </section>
          <section class="aside-sec" aria-labelledby="facts">
            <h3 class="head" id="facts">
              {i18n.t("goalPlan.facts")}
            </h3>
            <GoalFacts view={view} page={page} />
            {!goal.strategy && <p class="hint">{i18n.t("goalPlan.form.strategyHint")}</p>}
            <button type="button" class="btn sm quiet lead-btn" onClick={() => setField("title")}>
              {i18n.t("goals.editGoal")}
            </button>
          </section>
          <MentorView view={view} page={page} model={model} />
        </aside>
      </div>
    </article>
  );
}

function GoalMeta({ view, page }: { view: GoalView; page: GoalsView }) {
  const { goal, progress } = view;
  return (
    <p class="meta dots">
      <span>{i18n.t(`goals.status.${goal.status}`)}</span>
      <span>{i18n.t("goals.reachedOf", [String(progress.reached), String(progress.total)])}</span>
      {goal.dueOn && (
        <span>
          {i18n.t("goals.by", [shortDay(goal.dueOn, page.today)])}
          {goal.status === "open" && `, ${inDays(goal.dueOn, page.today)}`}
        </span>
      )}
      {view.focusOf && (
        <span>
          <a href={`#/meetings/${encodeURIComponent(view.focusOf.id)}?at=brief`}>
            {i18n.t("brief.isFocus", [view.focusOf.title])}
          </a>
        </span>
      )}
      {goal.template && <span>{i18n.t("goalPlan.fromTemplate", [goal.template])}</span>}
    </p>
  );
}

function Why({ view, onWrite }: { view: GoalView; onWrite: () => void }) {
  const { goal } = view;
  if (goal.why) {
    return (
      <div class="why">
        <h3 class="head">{i18n.t("goals.why")}</h3>
        <p class="doc break">{goal.why}</p>
      </div>
    );
  }
  return (
    <p class="btns">
      <button type="button" class="btn sm" onClick={onWrite}>
        {i18n.t("goals.writeWhy")}
      </button>
      <span class="hint">{i18n.t("goals.whyHint")}</span>
    </p>
  );
}
