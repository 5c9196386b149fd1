import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { clockOf, dayOfInstant } from "@/lib/i18n/dates.ts";
import type { AllChangesModel } from "@/lib/state/all-changes.ts";
import { byWhom, deedWords } from "./deed-words.ts";

/** What was done in this browser, the latest first. */
export function AllChangesScreen({ model }: { model: AllChangesModel }) {
  const view = model.view.value;
  if (!view) return null;
  if (view.acts.length === 0) {
    return <Empty title={i18n.t("history.all.title")} why={i18n.t("history.all.none")} />;
  }
  return (
    <div class="history">
      <p class="soft">{i18n.t("history.all.intro")}</p>
      <ol class="acts">
        {view.acts.map((act) => (
          <li key={act.act}>
            <span class="mark">
              <span class={act.tookBack ? "dot ring" : "dot"} />
            </span>
            <div class="act">
              <h2 class="strong">{deedWords(act.did, act.tookBack)}</h2>
              <p class="meta">{byWhom(act.by, dayOfInstant(act.at), clockOf(act.at))}</p>
              {act.why && <p class="doc break">{i18n.t("history.because", [act.why])}</p>}
              <ul class="links">
                {act.records.map((record) => (
                  <li key={record.id}>
                    <a class="break" href={`#${record.path}`}>
                      {i18n.t(`tables.${record.table}`)}
                      {record.title && `: ${record.title}`}
                    </a>
                  </li>
                ))}
                {act.total > act.records.length && (
                  <li class="meta">{i18n.t("due.more", [String(act.total - act.records.length)])}</li>
                )}
              </ul>
            </div>
          </li>
        ))}
      </ol>
      {view.more && (
        <button type="button" class="btn" onClick={() => model.showMore()}>
          {i18n.t("history.all.more")}
        </button>
      )}
    </div>
  );
}
