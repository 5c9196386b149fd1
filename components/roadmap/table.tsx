import { ArrowDown, ArrowUp } from "lucide";
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { sortedRows, type TableColumn, tableColumns } from "@/lib/domain/roadmap-table.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";
import { MilestoneTableRow } from "./table-row.tsx";
import { mixWords, sumWords } from "./words.ts";

const rowsAtOnce = 100;
const collator = new Intl.Collator();

/** The roadmap in words: every milestone with all that the picture shows, and all that can be done there. */
export function RoadmapTable({ model, view }: { model: RoadmapModel; view: RoadmapView }) {
  const [sort, setSort] = useState<{ by: TableColumn; down: boolean }>({ by: "goal", down: false });
  const [most, setMost] = useState(rowsAtOnce);
  const rows = useMemo(
    () => sortedRows(view.table, sort.by, sort.down, (a, b) => collator.compare(a, b)),
    [view.table, sort],
  );
  const mix = mixWords(view.mix);
  const outcomes = new Map(view.goals.map((goal) => [goal.id, goal.outcome ?? ""]));
  return (
    <div class="rm-table">
      <p class="meta">
        {sumWords(view.sums)}
        {mix && `. ${i18n.t("roadmap.mix", [mix])}`}
      </p>
      <table>
        <caption class="sr">{i18n.t("roadmap.table.name")}</caption>
        <thead>
          <tr>
            {tableColumns.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={sort.by === column ? (sort.down ? "descending" : "ascending") : "none"}
              >
                <button
                  type="button"
                  onClick={() => setSort({ by: column, down: sort.by === column && !sort.down })}
                >
                  {i18n.t(`roadmap.table.${column}`)}
                  {sort.by === column && <Icon of={sort.down ? ArrowDown : ArrowUp} size="sm" />}
                </button>
              </th>
            ))}
            <th scope="col">
              <span class="sr">{i18n.t("roadmap.table.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <MilestoneTableRow
              key={row.id}
              row={row}
              outcome={outcomes.get(row.goalId) ?? ""}
              model={model}
              view={view}
            />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={tableColumns.length + 1}>{i18n.t("roadmap.table.none")}</td>
            </tr>
          )}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" class="btn quiet" onClick={() => setMost(most + rowsAtOnce)}>
          {i18n.t("roadmap.table.more", [String(Math.min(rowsAtOnce, rows.length - most))])}
        </button>
      )}
    </div>
  );
}
