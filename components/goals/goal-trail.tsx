import { i18n } from "#i18n";
import { Trail } from "@/components/kit/trail.tsx";
import { phases } from "@/lib/domain/vocabulary.ts";
import type { GoalView } from "@/lib/state/goals-view.ts";

/** How far a goal has come over the four phases: the line, its sentence and, where there is room, the phases' names. */
export function GoalTrail({ view, named }: { view: GoalView; named?: boolean }) {
  const { goal, progress } = view;
  const sums = [goal.title, String(progress.reached), String(progress.total)] as const;
  const done = goal.status === "reached" || (progress.total > 0 && progress.reached === progress.total);
  return (
    <>
      <Trail
        fraction={progress.walked}
        state={progress.late > 0 ? "late" : done ? "done" : "next"}
        label={
          progress.phase
            ? i18n.t("popup.trailIn", [...sums, i18n.t(`phases.${progress.phase}`)])
            : i18n.t("popup.trail", [...sums])
        }
      />
      {named && (
        <div class="phases" aria-hidden="true">
          {phases.map((phase) => (
            <span key={phase} class={phase === progress.phase ? "on" : ""}>
              {i18n.t(`phases.${phase}`)}
            </span>
          ))}
        </div>
      )}
    </>
  );
}
