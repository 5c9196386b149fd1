import { Crosshair, Ellipsis, Milestone, Target, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { ratingsOf } from "@/lib/domain/skill-rating.ts";
import type { PrepareModel, PrepareView, SkillView } from "@/lib/state/prepare.ts";
import { DiscussButton } from "./discuss-button.tsx";
import { Five } from "./five.tsx";
import { Grip } from "./grip.tsx";
import { menuItem } from "@/components/kit/menu-item.tsx";
import { SkillForm } from "./skill-form.tsx";
import { SkillRatings } from "./skill-ratings.tsx";
import { SkillStep } from "./skill-step.tsx";
import type { LineOrder } from "@/components/kit/use-line-order.ts";

/** A competency: needed and there, as numbers and as a picture, with what can be made of the gap. */
export function SkillRow({
  skill,
  view,
  model,
  order,
}: {
  skill: SkillView;
  view: PrepareView;
  model: PrepareModel;
  order: LineOrder;
}) {
  const [open, setOpen] = useState<"edit" | "step" | null>(null);
  const place = useReturnFocus<HTMLLIElement>(open !== null);
  const acts = model.skills;
  const { text, gap, goals } = skill;
  if (open) {
    const form = { view: skill, goals: view.goals, acts, onClose: () => setOpen(null) };
    return (
      <li ref={place} class="editing">
        {open === "edit" ? <SkillForm {...form} /> : <SkillStep {...form} />}
      </li>
    );
  }
  const makeGoal = (): void => void acts.makeGoal(skill, goalTitle(skill));
  const hasGap = gap !== null && gap >= 1;
  const canStep = hasGap && view.goals.length > 0;
  const { class: rowClass, ...row } = order.row(skill.id);
  return (
    <li ref={place} {...row} class={`skill-row ${rowClass}`}>
      <Grip id={skill.id} text={text} order={order} />
      <button
        type="button"
        class="words"
        aria-label={i18n.t("prepare.editNamed", [text])}
        data-return
        onClick={() => setOpen("edit")}
      >
        {text}
      </button>
      <SkillRatings view={skill} acts={acts} />
      <Five skill={skill.skill} />
      <span class={hasGap ? "gap num strong" : "gap meta"}>{gapWords(skill)}</span>
      <div class="end">
        <DiscussButton text={text} onAgenda={skill.onAgenda} onDiscuss={() => void model.discuss(skill)} />
        <Menu
          label={i18n.t("prepare.more", [text])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={[
            menuItem("focus", Crosshair, i18n.t("brief.focusMake"), () => void model.focusOn(skill)),
            menuItem("goal", Target, i18n.t("prepare.skill.makeGoal"), makeGoal),
            ...(view.goals.length > 0
              ? [menuItem("step", Milestone, i18n.t("prepare.skill.makeStep"), () => setOpen("step"))]
              : []),
            menuItem("remove", Trash2, i18n.t("common.remove"), () => void acts.remove(skill)),
          ]}
        />
      </div>
      <div class="under">
        {goals.length > 0 ? (
          <p class="meta dots">
            {goals.map((goal) => (
              <span key={goal.id}>
                <a href={`#/goals/${encodeURIComponent(goal.id)}`}>{goal.title}</a>
              </span>
            ))}
            {skill.onAgenda && <span class="on-agenda">{i18n.t("prepare.agenda")}</span>}
          </p>
        ) : (
          hasGap && (
            <div class="btns">
              <button
                type="button"
                class="btn sm link"
                aria-label={i18n.t("prepare.skill.makeGoalNamed", [text])}
                onClick={makeGoal}
              >
                {i18n.t("prepare.skill.makeGoal")}
              </button>
              {canStep && (
                <button
                  type="button"
                  class="btn sm link"
                  aria-label={i18n.t("prepare.skill.makeStepNamed", [text])}
                  onClick={() => setOpen("step")}
                >
                  {i18n.t("prepare.skill.makeStep")}
                </button>
              )}
              {skill.onAgenda && <span class="meta on-agenda">{i18n.t("prepare.agenda")}</span>}
            </div>
          )
        )}
      </div>
    </li>
  );
}

function gapWords({ gap, skill }: SkillView): string {
  if (gap === null) return i18n.t(skill.needed ? "prepare.skill.notRated" : "prepare.skill.noNeed");
  return gap >= 1 ? i18n.t("prepare.skill.gapOf", [String(gap)]) : i18n.t("prepare.skill.noGap");
}

/** "Integration design, from 2 to 4"; without both numbers its name. */
function goalTitle({ skill, text }: SkillView): string {
  const now = ratingsOf(skill).at(-1)?.rating;
  return now && skill.needed
    ? i18n.t("prepare.skill.goalTitle", [text, String(now), String(skill.needed)])
    : text;
}
