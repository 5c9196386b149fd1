import { CalendarDays, Check, Ellipsis, History, MessageSquarePlus, RotateCcw, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Blaze } from "@/components/kit/blaze.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { menuItem } from "@/components/kit/menu-item.tsx";
import { MoveDate } from "@/components/kit/move-date.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { TableRow } from "@/lib/domain/roadmap-table.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";
import { ownerWords } from "./words.ts";

/** A milestone in the table. Its date is the control that moves it. */
export function MilestoneTableRow({
  row,
  outcome,
  model,
  view,
}: {
  row: TableRow;
  /** Of its goal. */
  outcome: string;
  model: RoadmapModel;
  view: RoadmapView;
}) {
  const [moving, setMoving] = useState(false);
  const place = useReturnFocus<HTMLTableRowElement>(moving);
  const { id, title, state } = row;
  const open = state !== "done" && state !== "drop";
  const day = row.on ? shortDay(row.on, view.today) : i18n.t("roadmap.noDate");
  const agreed = view.goals.some((goal) => goal.id === row.goalId && goal.agreedOn);
  const items: MenuItem[] = [
    open
      ? menuItem("reach", Check, i18n.t("roadmap.markReached"), () => void model.reach(id))
      : menuItem("reopen", RotateCcw, i18n.t("roadmap.openAgain"), () => void model.reopen(id)),
    ...(open ? [menuItem("move", CalendarDays, i18n.t("roadmap.moveDate"), () => setMoving(true))] : []),
    menuItem(
      "discuss",
      MessageSquarePlus,
      i18n.t("goals.discuss"),
      () => void model.discuss(view.mentorship.id, { id, title }),
    ),
    menuItem("history", History, i18n.t("common.history"), () => {
      location.hash = `/history/milestones/${encodeURIComponent(id)}`;
    }),
    menuItem("remove", Trash2, i18n.t("common.remove"), () => void model.remove(id, title)),
  ];
  return (
    <tr ref={place} class={state === "drop" ? "let-go" : ""}>
      <td data-label={i18n.t("roadmap.table.goal")}>
        <a href={`#/goals/${encodeURIComponent(row.goalId)}`}>{row.goalTitle}</a>
        {outcome && <span class="meta outcome">{i18n.t("roadmap.outcome", [outcome])}</span>}
      </td>
      <th scope="row" data-label={i18n.t("roadmap.table.milestone")}>
        {title}
      </th>
      <td data-label={i18n.t("roadmap.table.phase")}>{i18n.t(`phases.${row.phase}`)}</td>
      <td data-label={i18n.t("roadmap.table.date")} class="num">
        {moving ? (
          <MoveDate
            id={id}
            title={title}
            on={row.on ?? view.today}
            reason={agreed}
            onSave={(on, reason) => model.moveInForm(id, on, reason)}
            onClose={() => setMoving(false)}
          />
        ) : open ? (
          <button
            type="button"
            class={state === "late" ? "date-btn late" : "date-btn"}
            aria-label={i18n.t("goals.moveDate", [title, day])}
            data-return
            onClick={() => setMoving(true)}
          >
            {day}
          </button>
        ) : (
          day
        )}
      </td>
      <td data-label={i18n.t("roadmap.table.owner")}>{ownerWords(row.owner, view.partnerName)}</td>
      <td data-label={i18n.t("roadmap.table.state")} class={state === "late" ? "state late" : "state"}>
        <Blaze state={state} size="sm" /> {i18n.t(`roadmap.states.${state}`)}
      </td>
      <td class="acts">
        <Menu
          label={i18n.t("roadmap.table.menu", [title])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={items}
        />
      </td>
    </tr>
  );
}
