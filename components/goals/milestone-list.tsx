import { CalendarRange, Plus } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { MilestoneRow } from "./milestone-row.tsx";
import { QuickSteps } from "./quick-steps.tsx";
import { SpreadForm } from "./spread-form.tsx";
import { useDragOrder } from "./use-drag-order.ts";

/** The milestones of a goal as a walk that is put in order by dragging or with Alt and an arrow key, and a line to add. */
export function MilestoneList({ view, page, model }: { view: GoalView; page: GoalsView; model: GoalsModel }) {
  const { goal, steps } = view;
  const [form, setForm] = useState<"add" | "spread" | null>(null);
  const place = useReturnFocus<HTMLDivElement>(form !== null);
  const list = useRef<HTMLOListElement>(null);
  useDragOrder(list, (id, to) => void model.steps.move(id, to));
  const keepOn = useFocusAfterMove(list);
  const open = steps.filter(({ milestone }) => milestone.status === "open");
  return (
    <div ref={place}>
      {steps.length > 0 ? (
        <ol ref={list} class="walk stones">
          {steps.map((step) => (
            <MilestoneRow
              key={step.milestone.id}
              step={step}
              view={view}
              page={page}
              model={model}
              onMove={(by) => {
                keepOn(step.milestone.id);
                void model.steps.move(step.milestone.id, by);
              }}
            />
          ))}
        </ol>
      ) : (
        form !== "add" && <p class="soft none">{i18n.t("goals.noMilestones")}</p>
      )}
      {form === "add" && (
        <QuickSteps
          goal={goal}
          phase={view.progress.phase ?? "discovery"}
          partner={page.partner}
          today={page.today}
          model={model}
          onClose={() => setForm(null)}
        />
      )}
      {form === "spread" && (
        <SpreadForm goal={goal} open={open.length} page={page} model={model} onClose={() => setForm(null)} />
      )}
      {form === null && (
        <div class="btns list-acts">
          <button
            type="button"
            class="btn sm quiet add-one"
            aria-label={i18n.t("goals.addMilestoneTo", [goal.title])}
            data-return
            onClick={() => setForm("add")}
          >
            <Icon of={Plus} size="sm" />
            {i18n.t("goals.addMilestone")}
          </button>
          {open.length > 1 && (
            <button
              type="button"
              class="btn sm quiet"
              aria-label={i18n.t("goalPlan.spread.form", [goal.title])}
              onClick={() => setForm("spread")}
            >
              <Icon of={CalendarRange} size="sm" />
              {i18n.t("goalPlan.spread.open")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** A row that moves is taken out of the page and put in again, which costs it the focus: it is given back. */
function useFocusAfterMove(list: { current: HTMLElement | null }): (id: Id) => void {
  const moved = useRef<Id | null>(null);
  useEffect(() => {
    const id = moved.current;
    if (!id || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-order-id="${CSS.escape(id)}"] .words`)?.focus();
  });
  return (id) => {
    moved.current = id;
  };
}
