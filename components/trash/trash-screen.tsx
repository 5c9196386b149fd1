import { History, Trash2, Undo2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { TrashItem } from "@/lib/domain/trash.ts";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { TrashModel } from "@/lib/state/trash.ts";
import { contentsWords } from "./contents-words.ts";

/** What was removed in the last weeks, with all that belongs to it: back to its place, or gone for good. */
export function TrashScreen({ model }: { model: TrashModel }) {
  const items = model.items.value;
  const place = useKeepFocus<HTMLDivElement>();
  const [asking, setAsking] = useState<TrashItem[]>([]);
  if (!items) return null;
  if (items.length === 0) {
    return <Empty title={i18n.t("trash.none.title")} why={i18n.t("trash.none.why")} />;
  }
  const [first] = asking;
  return (
    <div class="trash" ref={place} tabIndex={-1}>
      <div class="line">
        <p class="soft">{i18n.t("trash.intro", model.days)}</p>
        <button type="button" class="btn sm" onClick={() => setAsking(items)}>
          <Icon of={Trash2} size="sm" />
          {i18n.t("trash.empty")}
        </button>
      </div>
      <ul class="list">
        {items.map((item) => (
          <TrashRow key={item.id} item={item} model={model} onDelete={() => setAsking([item])} />
        ))}
      </ul>
      <ConfirmDialog
        open={first !== undefined}
        title={
          first && asking.length === 1
            ? i18n.t("trash.ask.title", [first.title || i18n.t("trash.unnamed")])
            : i18n.t("trash.ask.all")
        }
        confirm={i18n.t("trash.delete")}
        onClose={() => setAsking([])}
        onConfirm={() => void model.deleteForGood(asking)}
      >
        <p>{i18n.t("trash.ask.text", [contentsWords(asking, true)])}</p>
        <p>{i18n.t("trash.ask.rest")}</p>
      </ConfirmDialog>
    </div>
  );
}

function TrashRow({ item, model, onDelete }: { item: TrashItem; model: TrashModel; onDelete: () => void }) {
  const title = item.title || i18n.t("trash.unnamed");
  const contents = contentsWords([item], false);
  const goneAt = item.deletedAt + model.days * 86_400_000;
  return (
    <li class="row flat trash-row">
      <div class="main">
        <span class="break">{title}</span>
        <span class="meta dots">
          <span>{i18n.t(`tables.${item.table}`)}</span>
          {contents && <span>{i18n.t("trash.with", [contents])}</span>}
          <span>{i18n.t("trash.removed", [dayOfInstant(item.deletedAt)])}</span>
          <span>{i18n.t("trash.until", [dayOfInstant(goneAt)])}</span>
        </span>
      </div>
      <span class="btns">
        <button
          type="button"
          class="btn sm"
          aria-label={i18n.t("trash.restoreNamed", [title])}
          onClick={() => void model.restore(item)}
        >
          <Icon of={Undo2} size="sm" flip />
          {i18n.t("trash.restore")}
        </button>
        <a
          class="icon-btn sm"
          href={`#/history/${item.table}/${encodeURIComponent(item.id)}`}
          aria-label={i18n.t("trash.history", [title])}
          title={i18n.t("common.history")}
        >
          <Icon of={History} size="sm" />
        </a>
        <button
          type="button"
          class="icon-btn sm"
          aria-label={i18n.t("trash.deleteNamed", [title])}
          title={i18n.t("trash.delete")}
          onClick={onDelete}
        >
          <Icon of={Trash2} size="sm" />
        </button>
      </span>
    </li>
  );
}
