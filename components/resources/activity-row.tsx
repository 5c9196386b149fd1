import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Activity } from "@/lib/domain/activity.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { ResourcesModel, ResourcesView, WorkItem } from "@/lib/state/resources.ts";
import { ActivityFields, activityFrom } from "./activity-fields.tsx";
import { WorkRow } from "./work-row.tsx";

/** An activity: its day, its goal, how far one is, and what came of it. */
export function ActivityRow({
  item,
  view,
  model,
}: {
  item: WorkItem<Activity>;
  view: ResourcesView;
  model: ResourcesModel;
}) {
  const [editing, setEditing] = useState<"all" | "date" | null>(null);
  const { row } = item;
  const { id, title, startsOn, text } = row;
  const day = startsOn ? nearDay(startsOn, view.today) : i18n.t("activities.noDay");
  return (
    <WorkRow
      item={item}
      table="activities"
      kind={i18n.t(`activities.kinds.${row.kind}`)}
      notes={
        <span>
          <button
            type="button"
            class="mark-used num"
            aria-label={i18n.t("goals.moveDate", [title, day])}
            onClick={() => setEditing("date")}
          >
            {day}
          </button>
        </span>
      }
      under={text && <p class="doc takeaway">{text}</p>}
      editing={editing !== null}
      fields={<ActivityFields activity={row} goals={view.goals} date={editing === "date"} />}
      onEdit={() => setEditing("all")}
      onClose={() => setEditing(null)}
      onSave={(value) => model.editActivity(id, activityFrom(value))}
      onState={(to) => void model.setActivityState(id, to)}
      onDiscuss={() => void model.discussActivity(row)}
      onRemove={() => void model.removeActivity(row)}
    />
  );
}
