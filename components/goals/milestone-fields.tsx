import { i18n } from "#i18n";
import type { FieldValue } from "@/components/kit/inline-form.tsx";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { owners, phases } from "@/lib/domain/vocabulary.ts";
import type { GoalsView } from "@/lib/state/goals-view.ts";

/** The fields of a milestone. Read back by {@link milestoneFrom}. */
export function MilestoneFields({
  milestone,
  date,
  page,
}: {
  milestone: Milestone;
  /** The date is what is to be changed: it has the focus. */
  date: boolean;
  page: GoalsView;
}) {
  return (
    <>
      <input
        class="input"
        type="text"
        name="title"
        autocomplete="off"
        aria-label={i18n.t("goals.milestone")}
        placeholder={i18n.t("goals.milestoneExample")}
        defaultValue={milestone.title}
      />
      <div class="pair">
        <select class="select" name="phase" aria-label={i18n.t("goals.phase")}>
          {phases.map((each) => (
            <option key={each} value={each} selected={each === milestone.phase}>
              {i18n.t(`phases.${each}`)}
            </option>
          ))}
        </select>
        <input
          class="input"
          type="date"
          name="dueOn"
          aria-label={i18n.t("goals.due")}
          data-first={date ? "" : undefined}
          defaultValue={milestone.dueOn ?? ""}
        />
      </div>
      <div class="pair">
        <select class="select" name="owner" aria-label={i18n.t("fields.owner")}>
          {owners.map((each) => (
            <option key={each} value={each} selected={each === milestone.owner}>
              {i18n.t(`actions.owners.${each}`, [page.partner])}
            </option>
          ))}
        </select>
        <input
          class="input"
          type="text"
          name="tags"
          autocomplete="off"
          aria-label={i18n.t("fields.tags")}
          placeholder={i18n.t("goalPlan.step.tagsExample")}
          defaultValue={(milestone.tags ?? []).map((tag) => `#${tag}`).join(" ")}
        />
      </div>
      <div class="step-flags">
        <label class="pick">
          <input class="check" type="checkbox" name="must" defaultChecked={Boolean(milestone.must)} />
          {i18n.t("actions.must")}
        </label>
        <label class="pick">
          <input
            class="check"
            type="checkbox"
            name="needsWork"
            defaultChecked={Boolean(milestone.needsWork)}
          />
          <span>
            {i18n.t("fields.needsWork")}
            <span class="hint">{i18n.t("goalPlan.step.needsWorkHint")}</span>
          </span>
        </label>
      </div>
    </>
  );
}

/** What stands in the fields. */
export function milestoneFrom(value: FieldValue, milestone: Milestone) {
  const tags = value("tags")
    .split(/[\s,]+/u)
    .map((tag) => tag.replace(/^#+/, ""))
    .filter(Boolean);
  return {
    title: value("title"),
    phase: phases.find((phase) => phase === value("phase")) ?? milestone.phase,
    dueOn: value("dueOn"),
    owner: owners.find((owner) => owner === value("owner")) ?? milestone.owner,
    must: value("must") !== "",
    tags: [...new Set(tags)],
    needsWork: value("needsWork") !== "",
    goalId: value("goalId") || milestone.goalId,
  };
}
