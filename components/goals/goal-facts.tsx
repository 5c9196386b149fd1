import { i18n } from "#i18n";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";

/** What was written down of a goal besides its title and its reason. What is empty is not there. */
export function GoalFacts({ view, page }: { view: GoalView; page: GoalsView }) {
  const { goal, horizon, skills } = view;
  const { today } = page;
  // How it is measured and shown stands where that is shown.
  const words = (["outcome", "strategy"] as const).flatMap((field) =>
    goal[field] ? [{ name: i18n.t(`fields.${field}`), value: goal[field] }] : [],
  );
  const short = [
    { name: i18n.t("fields.kind"), value: goal.kind ? i18n.t(`goalPlan.kinds.${goal.kind}`) : "" },
    { name: i18n.t("fields.horizon"), value: i18n.t(`goalPlan.horizons.${horizon}`) },
    { name: i18n.t("fields.startsOn"), value: goal.startsOn ? shortDay(goal.startsOn, today) : "" },
    { name: i18n.t("goalPlan.form.reviewOn"), value: goal.reviewOn ? shortDay(goal.reviewOn, today) : "" },
    { name: i18n.t("goalPlan.form.skills"), value: skills.map((skill) => skill.name).join(", ") },
  ].filter(({ value }) => value);
  return (
    <>
      {words.length > 0 && <Facts of={words} />}
      <Facts of={short} pairs />
    </>
  );
}

function Facts({ of, pairs }: { of: readonly { name: string; value: string }[]; pairs?: boolean }) {
  return (
    <dl class={pairs ? "facts fact-pairs" : "facts"}>
      {of.map(({ name, value }) => (
        <div key={name}>
          <dt class="meta">{name}</dt>
          <dd class="break">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
