import { ClockAlert } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Trail } from "@/components/kit/trail.tsx";
import type { PopupView } from "@/lib/state/popup.ts";

/** The current goals as stretches of trail. */
export function GoalsSection({
  goals,
  onOpen,
}: {
  goals: PopupView["goals"];
  onOpen: (path: string) => void;
}) {
  return (
    <section class="sec goals" aria-labelledby="goals">
      <div class="sec-head">
        <h2 class="head" id="goals">
          {i18n.t("popup.goals")}
        </h2>
        {goals.length > 0 && (
          <button type="button" class="btn link sm end" onClick={() => onOpen("/roadmap")}>
            {i18n.t("popup.allGoals")}
          </button>
        )}
      </div>
      {goals.length === 0 ? (
        <div class="btns">
          <span class="soft">{i18n.t("popup.noGoals")}</span>
          <button type="button" class="btn sm" onClick={() => onOpen("/roadmap")}>
            {i18n.t("popup.addGoal")}
          </button>
        </div>
      ) : (
        <ul>
          {goals.map((goal) => (
            <GoalRow
              key={goal.id}
              goal={goal}
              onOpen={() => onOpen(`/goals/${encodeURIComponent(goal.id)}`)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function GoalRow({ goal, onOpen }: { goal: PopupView["goals"][number]; onOpen: () => void }) {
  const { reached, total, walked, late, phase } = goal.progress;
  const sums = [goal.title, String(reached), String(total)] as const;
  const label = phase
    ? i18n.t("popup.trailIn", [...sums, i18n.t(`phases.${phase}`)])
    : i18n.t("popup.trail", [...sums]);
  const lateWords = late > 0 ? i18n.t("popup.lateMilestones", late) : "";
  return (
    <li>
      <a
        href="#"
        onClick={(event) => {
          event.preventDefault();
          onOpen();
        }}
      >
        <span class="clip">{goal.title}</span>
        <span class="meta num">
          {late > 0 && (
            <span class="late" title={lateWords}>
              <Icon of={ClockAlert} size="sm" />
              <span class="sr">{lateWords},</span>
            </span>
          )}{" "}
          {i18n.t("popup.milestones", [String(reached), String(total)])}
        </span>
        <Trail
          fraction={walked}
          state={late > 0 ? "late" : total > 0 && reached === total ? "done" : "next"}
          label={label}
        />
      </a>
    </li>
  );
}
