import { Target, Trash2 } from "lucide";
import { i18n } from "#i18n";
import type { PrepareModel, PrepareView } from "@/lib/state/prepare.ts";
import { LineList } from "./line-list.tsx";
import { menuItem } from "@/components/kit/menu-item.tsx";

/** The goals by their titles, with the competencies that they build and the line that they were made of. */
export function GoalLines({ model, view }: { model: PrepareModel; view: PrepareView }) {
  return (
    <LineList
      model={model}
      mentorshipId={view.mentorshipId}
      at="goal"
      name={i18n.t("prepare.lists.goal")}
      unheaded
      example={i18n.t("prepare.examples.goal")}
      lines={view.goals}
      renderNotes={(line) => (
        <>
          {line.skills.length > 0 && (
            <span>{i18n.t("prepare.builds", [new Intl.ListFormat().format(line.skills)])}</span>
          )}
          {line.madeOf !== null && line.madeOf !== line.text && (
            <span>{i18n.t("prepare.madeOf", [line.madeOf])}</span>
          )}
          {line.madeOf === line.text && (
            <span>{i18n.t("prepare.madeOf", [i18n.t("prepare.lists.growth")])}</span>
          )}
        </>
      )}
      itemsOf={(line) => [
        menuItem("page", Target, i18n.t("goals.openGoal"), () => {
          location.hash = `/goals/${encodeURIComponent(line.id)}`;
        }),
        menuItem("remove", Trash2, i18n.t("goals.removeGoal"), () => void model.removeGoal(line)),
      ]}
      onAdd={(text) => model.addGoal(text)}
      onEdit={(line, text) => model.editGoal(line, text)}
    >
      <p class="onward">
        <a href="#/roadmap">{i18n.t("prepare.toRoadmap")}</a>
      </p>
    </LineList>
  );
}
