import { i18n } from "#i18n";
import { phases, type Phase } from "@/lib/domain/vocabulary.ts";
import type { FieldValue } from "@/components/kit/inline-form.tsx";
import type { Milestone } from "@/lib/domain/milestone.ts";

/** The fields of a milestone, for adding one and for changing one. Read back by {@link milestoneFrom}. */
export function MilestoneFields({
  milestone,
  phase,
  date,
}: {
  milestone?: Milestone;
  /** Phase to begin with where there is no milestone yet. */
  phase?: Phase;
  /** The date is what is to be changed: it has the focus. */
  date?: boolean;
}) {
  const chosen = milestone?.phase ?? phase ?? "discovery";
  return (
    <>
      <input
        class="input"
        type="text"
        name="title"
        autocomplete="off"
        aria-label={i18n.t("goals.milestone")}
        placeholder={i18n.t("goals.milestoneExample")}
        defaultValue={milestone?.title ?? ""}
      />
      <div class="pair">
        <select class="select" name="phase" aria-label={i18n.t("goals.phase")}>
          {phases.map((each) => (
            <option key={each} value={each} selected={each === chosen}>
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
          defaultValue={milestone?.dueOn ?? ""}
        />
      </div>
    </>
  );
}

/** What stands in the fields. */
export function milestoneFrom(value: FieldValue): { title: string; phase: Phase; dueOn: string } {
  return {
    title: value("title"),
    phase: phases.find((phase) => phase === value("phase")) ?? "discovery",
    dueOn: value("dueOn"),
  };
}
