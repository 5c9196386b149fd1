import { Ellipsis, History, Pencil, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { DiscussButton } from "@/components/prepare/discuss-button.tsx";
import { menuItem } from "@/components/kit/menu-item.tsx";
import type { Activity } from "@/lib/domain/activity.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { ResourcesModel, ResourcesView, WorkItem } from "@/lib/state/resources.ts";
import { ActivityFields, activityFrom } from "./activity-fields.tsx";
import { StateSelect } from "./state-select.tsx";
import { WorkNotes } from "./work-notes.tsx";

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
  const place = useReturnFocus<HTMLLIElement>(editing !== null);
  const { row } = item;
  const { id, title, startsOn, text, state } = row;
  if (editing) {
    return (
      <li ref={place} class="editing">
        <InlineForm
          draft={`${id}.edit`}
          label={i18n.t("prepare.editNamed", [title])}
          submit={i18n.t("common.save")}
          onSave={(value) => model.editActivity(id, activityFrom(value))}
          onClose={() => setEditing(null)}
          extra={<HistoryLink table="activities" id={id} title={title} />}
        >
          <ActivityFields activity={row} goals={view.goals} date={editing === "date"} />
        </InlineForm>
      </li>
    );
  }
  const day = startsOn ? nearDay(startsOn, view.today) : i18n.t("activities.noDay");
  return (
    <li ref={place} class="row flat work">
      <div class="main">
        <button
          type="button"
          class={state === "done" ? "words soft" : "words strong"}
          aria-label={i18n.t("prepare.editNamed", [title])}
          data-return
          onClick={() => setEditing("all")}
        >
          {title}
        </button>
        <WorkNotes item={item} kind={i18n.t(`activities.kinds.${row.kind}`)}>
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
        </WorkNotes>
        {text && <p class="doc takeaway">{text}</p>}
      </div>
      <StateSelect title={title} state={state} onChoose={(to) => void model.setActivityState(id, to)} />
      <div class="end">
        <DiscussButton
          text={title}
          onAgenda={item.onAgenda}
          onDiscuss={() => void model.discussActivity(row)}
        />
        <Menu
          label={i18n.t("prepare.more", [title])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={[
            menuItem("edit", Pencil, i18n.t("prepare.edit"), () => setEditing("all")),
            menuItem("history", History, i18n.t("common.history"), () => {
              location.hash = `/history/activities/${encodeURIComponent(id)}`;
            }),
            menuItem("remove", Trash2, i18n.t("common.remove"), () => void model.removeActivity(row)),
          ]}
        />
      </div>
    </li>
  );
}
