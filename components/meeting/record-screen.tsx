import { Check, Copy, Download, FileText, Lock } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { ScrollRegion } from "@/components/kit/scroll-region.tsx";
import { shortDay } from "@/lib/i18n/dates.ts";
import { recordColumns, type RecordLine, type RecordRow, type TrackerModel } from "@/lib/state/tracker.ts";
import { UsefulTrend } from "./useful-trend.tsx";

/** Said in so many words: narrow, the cells are drawn below each other, and a browser may no longer take it for a table. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** What each meeting came to, one row for each that was held; to be copied and saved. */
export function RecordScreen({ model }: { model: TrackerModel }) {
  const view = model.view.value;
  if (!view) return null;
  if (view.rows.length === 0) return <p class="soft">{i18n.t("meetings.record.none")}</p>;
  return (
    <section class="record" aria-label={i18n.t("meetings.record.title")}>
      <div class="btns">
        <button type="button" class="btn" onClick={() => void model.copy()}>
          <Icon of={Copy} />
          {i18n.t("meetings.record.copy")}
        </button>
        <button type="button" class="btn quiet" onClick={() => void model.saveCsv()}>
          <Icon of={Download} />
          {i18n.t("meetings.record.csv")}
        </button>
        <button type="button" class="btn quiet" onClick={() => void model.saveNotes()}>
          <Icon of={FileText} />
          {i18n.t("meetings.record.notes")}
        </button>
      </div>
      {view.trend && <UsefulTrend trend={view.trend} />}
      <ScrollRegion label={i18n.t("meetings.record.title")}>
        <table {...roles.table}>
          <thead {...roles.rowgroup}>
            <tr {...roles.row}>
              <th {...roles.columnheader} scope="col">
                {i18n.t("meetings.record.meeting")}
              </th>
              {recordColumns.map((column) => (
                <th key={column} {...roles.columnheader} scope="col">
                  {i18n.t(`meetings.record.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...roles.rowgroup}>
            {view.rows.map((row) => (
              <Row key={row.id} row={row} today={view.today} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Row({ row, today }: { row: RecordRow; today: string }) {
  return (
    <tr {...roles.row}>
      <th {...roles.rowheader} scope="row">
        <a href={`#/meetings/${encodeURIComponent(row.id)}?at=wrap-up`}>{row.title}</a>
        <span class="meta">{shortDay(row.on, today)}</span>
        {row.useful !== null && (
          <span class="meta">
            <Icon of={Lock} size="sm" /> {i18n.t("meetings.record.useful")}{" "}
            {i18n.t("wrapUp.usefulOf", [String(row.useful)])}
          </span>
        )}
      </th>
      {recordColumns.map((column) => (
        <td key={column} {...roles.cell} class={row.cells[column].length === 0 ? "none" : undefined}>
          <span class="meta narrow-head" aria-hidden="true">
            {i18n.t(`meetings.record.${column}`)}
          </span>
          <ul>
            {row.cells[column].map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </td>
      ))}
    </tr>
  );
}

function Line({ line }: { line: RecordLine }) {
  return (
    <li>
      {line.text}
      {(line.meta || line.done || line.confidential) && (
        <span class="meta">
          {line.meta}
          {line.done && (
            <span class="nowrap">
              {" "}
              <Icon of={Check} size="sm" /> {i18n.t("meetings.record.done")}
            </span>
          )}
          {line.confidential && (
            <>
              {" "}
              <Icon of={Lock} size="sm" />
              {i18n.t("confidential.mark")}
            </>
          )}
        </span>
      )}
    </li>
  );
}
