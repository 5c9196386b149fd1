import { ArrowLeftRight } from "lucide";
import { useComputed } from "@preact/signals";
import { i18n } from "#i18n";
import { Blaze } from "@/components/kit/blaze.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import type { TableRow } from "@/lib/domain/roadmap-table.ts";
import { type Phase, phases } from "@/lib/domain/vocabulary.ts";
import { nearDay, shortDay } from "@/lib/i18n/dates.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";
import { directionOf } from "./use-scroll.ts";

/** A milestone in the column of its phase. */
export function BoardCard({
  row,
  named,
  model,
  view,
  onMove,
}: {
  row: TableRow;
  /** Says which goal it belongs to, too. */
  named: boolean;
  model: RoadmapModel;
  view: RoadmapView;
  onMove: (row: TableRow, phase: Phase) => void;
}) {
  const pressed = useComputed(() =>
    model.selectedId.value === row.id ? ("true" as const) : ("false" as const),
  );
  const place = phases.indexOf(row.phase);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== "ArrowRight" && event.key !== "ArrowLeft")) return;
    event.preventDefault();
    const forward =
      (event.key === "ArrowRight") === directionOf(event.currentTarget as HTMLElement) > 0 ? 1 : -1;
    const phase = phases[place + forward];
    if (phase && place + forward >= 0) onMove(row, phase);
  };
  return (
    <li
      class="board-card"
      data-card={row.id}
      draggable
      onDragStart={(event) => {
        event.dataTransfer?.setData("text/plain", row.id);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
      }}
      onKeyDown={onKeyDown}
    >
      <Blaze state={row.state} />
      <div class="main">
        <button type="button" class="words" aria-pressed={pressed} onClick={() => model.select(row.id)}>
          {row.title}
        </button>
        <p class="meta dots">
          <span class={row.state === "late" ? "late" : ""}>{dayWords(row, view.today)}</span>
          {named && <span>{row.goalTitle}</span>}
        </p>
      </div>
      <Menu
        label={i18n.t("roadmap.board.menu", [row.title])}
        triggerClass="icon-btn sm"
        end
        trigger={<Icon of={ArrowLeftRight} />}
        items={phases
          .filter((phase) => phase !== row.phase)
          .map((phase) => ({
            id: phase,
            label: i18n.t("roadmap.board.moveTo", [i18n.t(`phases.${phase}`)]),
            onPick: () => onMove(row, phase),
          }))}
      />
    </li>
  );
}

function dayWords({ on, state }: TableRow, today: string): string {
  if (!on) return i18n.t("roadmap.noDate");
  if (state === "late") return i18n.t("due.was", [nearDay(on, today)]);
  if (state === "done") return `${i18n.t("roadmap.legend.done")} ${shortDay(on, today)}`;
  return nearDay(on, today);
}
