import { ArrowLeft } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import type { HistoryField } from "@/lib/domain/history-fields.ts";
import { clockOf, dayOfInstant } from "@/lib/i18n/dates.ts";
import type { RecordHistoryEntry, RecordHistoryModel } from "@/lib/state/record-history.ts";
import { byWhom, deedWords } from "./deed-words.ts";
import { FieldChangeItem } from "./field-change.tsx";

/** So many acts are drawn at a time, and so many of their texts compared without being asked. */
const pageSize = 50;
const comparedAtOnce = 5;

/** Everything that was ever done to one record, and the way back to any of its values. */
export function HistoryScreen({ model }: { model: RecordHistoryModel }) {
  const view = model.view.value;
  const [shown, setShown] = useState(pageSize);
  if (view === undefined) return null;
  if (view === null) {
    return (
      <Empty title={i18n.t("history.unknown.title")} why={i18n.t("history.unknown.why")}>
        <a class="btn primary" href="#/trash">
          {i18n.t("history.openTrash")}
        </a>
      </Empty>
    );
  }
  return (
    <article class="history">
      <button type="button" class="btn sm quiet back" onClick={() => history.back()}>
        <Icon of={ArrowLeft} size="sm" flip />
        {i18n.t("common.back")}
      </button>
      <p class="meta">{i18n.t(`tables.${model.table}`)}</p>
      <h2 class="title break">{view.title || i18n.t("trash.unnamed")}</h2>
      <p class="soft">{i18n.t("history.intro")}</p>
      {view.inTrash && (
        <p class="notice">
          {i18n.t("history.gone")} <a href="#/trash">{i18n.t("history.openTrash")}</a>
        </p>
      )}
      <ol class="acts">
        {view.entries.slice(0, shown).map((entry, index) => (
          <Entry
            key={entry.act}
            compare={index < comparedAtOnce}
            entry={entry}
            model={model}
            today={model.today.value}
            partner={view.partnerName}
          />
        ))}
      </ol>
      {view.entries.length > shown && (
        <button type="button" class="btn" onClick={() => setShown(shown + pageSize)}>
          {i18n.t("history.all.more")}
        </button>
      )}
    </article>
  );
}

function Entry({
  compare,
  entry,
  model,
  today,
  partner,
}: {
  /** Texts are compared at once. */
  compare: boolean;
  entry: RecordHistoryEntry;
  model: RecordHistoryModel;
  today: Day;
  partner: string;
}) {
  const [day, time] = [dayOfInstant(entry.at), clockOf(entry.at)];
  return (
    <li class={entry.undone ? "undone" : ""}>
      <span class="mark">
        <span class={entry.undone || entry.tookBack ? "dot ring" : "dot"} />
      </span>
      <div class="act">
        <h3 class="strong">
          {deedWords(entry.did, entry.tookBack)}
          {entry.undone && <span class="meta"> {i18n.t("history.undone")}</span>}
        </h3>
        <p class="meta">
          {byWhom(entry.by, day, time)}
          {entry.meeting && (
            <>
              {", "}
              <a href={`#/meetings/${encodeURIComponent(entry.meeting.id)}`}>
                {i18n.t("goalPlan.history.in", [entry.meeting.title])}
              </a>
            </>
          )}
        </p>
        {entry.why && <p class="doc break">{i18n.t("history.because", [entry.why])}</p>}
        {entry.fields.length > 0 && (
          <dl>
            {entry.fields.map((change) => (
              <FieldChangeItem
                key={change.field}
                table={model.table}
                change={change}
                compare={compare}
                today={today}
                partner={partner}
                when={i18n.t("history.moment", [day, time])}
                onRestore={() => void model.restore(entry.act, change.field as HistoryField)}
              />
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
