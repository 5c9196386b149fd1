import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type RestoreWay, RestoreWays } from "@/components/kit/restore-ways.tsx";
import { tableNames } from "@/lib/domain/records.ts";
import { dayOfInstant, clockOf } from "@/lib/i18n/dates.ts";
import type { BackupsModel, Preview } from "@/lib/state/backups.ts";
import { UnfitRow } from "./unfit-row.tsx";

/** More than these would be a wall of words; how many there are in all is said above. */
const listed = 20;

/** What a backup is and what it would change here, with the choice of how. Nothing was changed by then. */
export function RestorePreview({ preview, model }: { preview: Preview; model: BackupsModel }) {
  const [how, setHow] = useState<RestoreWay>("merge");
  const { backup, comparison, intoEmpty } = preview;
  const gone = tableNames.reduce((sum, table) => sum + comparison[table].onlyHere, 0);
  const unknown = Object.values(backup.unknownTables).reduce((sum, rows) => sum + rows, 0);
  const app = backup.app ? i18n.t("backup.preview.app", [backup.app]) : i18n.t("common.milepost");
  return (
    <section class="preview" aria-label={i18n.t("backup.preview.label")}>
      <p class="status">
        <span>
          <span class="strong">
            {i18n.t("backup.preview.made", [dayOfInstant(backup.createdAt), clockOf(backup.createdAt)])}
          </span>
          <span class="meta">{app}</span>
        </span>
      </p>
      <ul class="list counted">
        {tableNames.map((table) => {
          const words = wordsOf(comparison[table]);
          return (
            words && (
              <li class="row flat" key={table}>
                <span class="main">
                  {i18n.t(`backup.tables.${table}`)}
                  <span class="meta">{words}</span>
                </span>
              </li>
            )
          );
        })}
      </ul>
      {backup.unreadable.length > 0 && (
        <details class="closed">
          <summary>{i18n.t("backup.preview.unreadable", backup.unreadable.length)}</summary>
          <p class="hint">{i18n.t("backup.preview.unreadableHint")}</p>
          <ul class="list">
            {backup.unreadable.slice(0, listed).map((row, index) => (
              <UnfitRow key={index} {...row} />
            ))}
          </ul>
        </details>
      )}
      {unknown > 0 && <p class="meta">{i18n.t("backup.preview.unknown", unknown)}</p>}
      {!intoEmpty && (
        <RestoreWays
          value={how}
          hints={{
            merge: i18n.t("backup.how.mergeHint"),
            replace: i18n.t("backup.how.replaceHint", gone),
          }}
          onChange={setHow}
        />
      )}
      <p class="hint">{i18n.t("backup.safety")}</p>
      <div class="btns">
        <button
          type="button"
          class="btn primary"
          disabled={model.working.value}
          onClick={() => void model.restore(how)}
        >
          {i18n.t("backup.restore")}
        </button>
        <button type="button" class="btn quiet" disabled={model.working.value} onClick={() => model.close()}>
          {i18n.t("common.cancel")}
        </button>
      </div>
    </section>
  );
}

function wordsOf(found: Preview["comparison"]["goals"]): string {
  const parts = [
    found.onlyThere > 0 && i18n.t("backup.preview.onlyThere", [String(found.onlyThere)]),
    found.onlyHere > 0 && i18n.t("backup.preview.onlyHere", [String(found.onlyHere)]),
    found.different > 0 && i18n.t("backup.preview.different", [String(found.different)]),
    found.equal > 0 && i18n.t("backup.preview.equal", [String(found.equal)]),
  ].filter((part) => part !== false);
  return new Intl.ListFormat(undefined, { type: "unit", style: "long" }).format(parts);
}
