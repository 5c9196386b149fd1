import { CircleAlert, CircleCheck } from "lucide";
import { i18n } from "#i18n";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { tableNames } from "@/lib/domain/records.ts";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { IntegrityModel, Keeping } from "@/lib/state/integrity.ts";
import { SetSection } from "./set-section.tsx";
import { UnfitRow } from "./unfit-row.tsx";

/** A look through all data, on demand: what is there, whether it fits together, and how safely it is kept. */
export function Integrity({ model }: { model: IntegrityModel }) {
  const progress = model.progress.value;
  const keeping = model.keeping.value;
  return (
    <SetSection title={i18n.t("integrity.title")} intro={i18n.t("integrity.intro")}>
      <button type="button" class="btn" disabled={progress !== null} onClick={() => void model.check()}>
        {i18n.t("integrity.check")}
      </button>
      {progress !== null && (
        <div class="working" role="status">
          <label>
            {i18n.t("integrity.checking")}
            <progress max={1} value={progress} />
          </label>
          <button type="button" class="btn sm" onClick={() => model.cancel()}>
            {i18n.t("common.cancel")}
          </button>
        </div>
      )}
      {model.failed.value && <FailureNotice failure="notRead" />}
      {progress === null && <Report model={model} />}
      {progress === null && keeping && <HowKept model={model} keeping={keeping} />}
    </SetSection>
  );
}

function Report({ model }: { model: IntegrityModel }) {
  const report = model.report.value;
  if (!report) return null;
  const rows = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  const orphans = Object.values(report.orphans).reduce((sum, count) => sum + count, 0);
  const well = orphans === 0 && report.unreadable.length === 0 && report.differing === 0;
  return (
    <>
      <p class="status" role="status">
        <Icon of={well ? CircleCheck : CircleAlert} />
        <span>
          <span class="strong">{i18n.t(well ? "integrity.well" : "integrity.notWell")}</span>
          <span class="meta">{i18n.t("integrity.looked", [String(rows), String(report.changes)])}</span>
        </span>
      </p>
      <ul class="list counted">
        {tableNames.map((name) => (
          <li class="row flat" key={name}>
            <span class="main">{i18n.t(`backup.tables.${name}`)}</span>
            <span class="end">{report.counts[name]}</span>
          </li>
        ))}
      </ul>
      {report.differing > 0 && <p class="prose">{i18n.t("integrity.differing", report.differing)}</p>}
      {orphans > 0 && <p class="prose">{i18n.t("integrity.orphans", orphans)}</p>}
      {report.unreadable.length > 0 && (
        <details>
          <summary>{i18n.t("integrity.unreadable", report.unreadable.length)}</summary>
          <p class="hint">{i18n.t("integrity.unreadableHint")}</p>
          <ul class="list">
            {report.unreadable.map(({ id, table, of, why }) => (
              <UnfitRow key={id} table={table} id={of} why={why} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function HowKept({ model, keeping }: { model: IntegrityModel; keeping: Keeping }) {
  const size = new Intl.NumberFormat(undefined, {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: 1,
  }).format(keeping.bytes / 1_000_000);
  return (
    <>
      <dl class="keys">
        <div>
          <dt>{i18n.t("integrity.copies")}</dt>
          <dd class="num">
            {keeping.lastCopyAt === null
              ? i18n.t("integrity.noCopy")
              : i18n.t("integrity.lastCopy", [String(keeping.copies), dayOfInstant(keeping.lastCopyAt)])}
          </dd>
        </div>
        <div>
          <dt>{i18n.t("integrity.used")}</dt>
          <dd class="num">{size}</dd>
        </div>
        <div>
          <dt>{i18n.t("integrity.persisted")}</dt>
          <dd>{persistence(keeping.persisted, model.mayPersist)}</dd>
        </div>
      </dl>
      {model.mayPersist && !keeping.persisted && (
        <button type="button" class="btn sm" onClick={() => void model.persist()}>
          {i18n.t("integrity.persist")}
        </button>
      )}
    </>
  );
}

function persistence(persisted: boolean, mayAsk: boolean): string {
  if (persisted) return i18n.t("integrity.promised");
  return i18n.t(mayAsk ? "integrity.notAsked" : "integrity.unlimited");
}
