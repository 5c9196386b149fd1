import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import { sortedRows, type TableRow } from "@/lib/domain/roadmap-table.ts";
import { type Phase, phases } from "@/lib/domain/vocabulary.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";
import { BoardCard } from "./board-card.tsx";
import { PickBar } from "./pick-bar.tsx";

const cardsAtOnce = 40;

/** The four phases as columns. Cards are moved by the pointer, by their menu, or by Alt and the arrow keys. */
export function Board({ model, view }: { model: RoadmapModel; view: RoadmapView }) {
  const [goalId, setGoalId] = useState("");
  const board = useRef<HTMLDivElement>(null);
  const moved = useRef<Id | null>(null);
  const goals = view.goals.filter(({ status }) => status !== "dropped");
  const shown = new Set(goals.filter(({ id }) => goalId === "" || id === goalId).map(({ id }) => id));
  const rows = view.table.filter((row) => shown.has(row.goalId));

  // In its new column it is a new card; the focus that the old one had goes with it.
  useEffect(() => {
    const id = moved.current;
    if (!id || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] .words`)?.focus();
  });
  const move = (row: TableRow, phase: Phase): void => {
    moved.current = row.id;
    model.select(row.id);
    void model.moveToPhase(row.id, phase);
  };
  return (
    <>
      <div class="board-tools">
        <label>
          <span class="sr">{i18n.t("roadmap.board.goals")}</span>
          <select class="select" value={goalId} onChange={(event) => setGoalId(event.currentTarget.value)}>
            <option value="">{i18n.t("roadmap.board.all")}</option>
            {goals.map((goal) => (
              <option key={goal.id} value={goal.id}>
                {goal.title}
              </option>
            ))}
          </select>
        </label>
        <p class="hint">{i18n.t("roadmap.board.keys")}</p>
      </div>
      <div ref={board} class="board">
        {phases.map((phase) => (
          <Column
            key={phase}
            phase={phase}
            rows={rows.filter((row) => row.phase === phase)}
            named={goalId === ""}
            model={model}
            view={view}
            onMove={move}
          />
        ))}
      </div>
      <PickBar model={model} view={view} />
    </>
  );
}

function Column({
  phase,
  rows,
  named,
  model,
  view,
  onMove,
}: {
  phase: Phase;
  rows: readonly TableRow[];
  named: boolean;
  model: RoadmapModel;
  view: RoadmapView;
  onMove: (row: TableRow, phase: Phase) => void;
}) {
  const [most, setMost] = useState(cardsAtOnce);
  const [over, setOver] = useState(false);
  const inOrder = sortedRows(rows, "date", false, () => 0);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const id = event.dataTransfer?.getData("text/plain");
    const row = view.table.find((each) => each.id === id);
    if (row && row.phase !== phase) onMove(row, phase);
  };
  const title = i18n.t(`phases.${phase}`);
  return (
    <section
      class={over ? "column over" : "column"}
      aria-label={i18n.t("roadmap.board.column", [title, String(rows.length)])}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 class="head">
        {title} <span class="meta num">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p class="meta none">{i18n.t("roadmap.board.none")}</p>
      ) : (
        <ul>
          {inOrder.slice(0, most).map((row) => (
            <BoardCard key={row.id} row={row} named={named} model={model} view={view} onMove={onMove} />
          ))}
        </ul>
      )}
      {rows.length > most && (
        <button type="button" class="btn sm quiet" onClick={() => setMost(most + cardsAtOnce)}>
          {i18n.t("roadmap.board.more", [String(Math.min(cardsAtOnce, rows.length - most))])}
        </button>
      )}
    </section>
  );
}
