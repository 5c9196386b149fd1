import { Ellipsis, History, Pencil, Trash2 } from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { type FieldValue, InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { menuItem } from "@/components/kit/menu-item.tsx";
import { shareItem } from "@/components/kit/share-item.ts";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { DiscussButton } from "@/components/prepare/discuss-button.tsx";
import type { Activity } from "@/lib/domain/activity.ts";
import type { Resource } from "@/lib/domain/resource.ts";
import type { Failure } from "@/lib/state/failure.ts";
import type { WorkItem } from "@/lib/state/resources.ts";
import { StateSelect } from "./state-select.tsx";
import { WorkNotes } from "./work-notes.tsx";

/** One thing to work on: how far one is with it, what came of it, and the form that it becomes. */
export function WorkRow<T extends Activity | Resource>({
  item,
  table,
  kind,
  notes,
  under,
  editing,
  fields,
  onEdit,
  onClose,
  onSave,
  onState,
  onDiscuss,
  onRemove,
}: {
  item: WorkItem<T>;
  table: "activities" | "resources";
  /** In words. */
  kind: string;
  /** Beside its kind. */
  notes: ComponentChildren;
  under: ComponentChildren;
  editing: boolean;
  /** Of the form. */
  fields: ComponentChildren;
  onEdit: () => void;
  onClose: () => void;
  onSave: (value: FieldValue) => Promise<Failure | null>;
  onState: (state: T["state"]) => void;
  onDiscuss: () => void;
  onRemove: () => void;
}) {
  const place = useReturnFocus<HTMLLIElement>(editing);
  const { id, title, state } = item.row;
  if (editing) {
    return (
      <li ref={place} class="editing">
        <InlineForm
          draft={`${id}.edit`}
          label={i18n.t("prepare.editNamed", [title])}
          submit={i18n.t("common.save")}
          onSave={onSave}
          onClose={onClose}
          extra={<HistoryLink table={table} id={id} title={title} />}
        >
          {fields}
        </InlineForm>
      </li>
    );
  }
  return (
    <li ref={place} class="row flat work">
      <div class="main">
        <button
          type="button"
          class={state === "done" ? "words soft" : "words strong"}
          aria-label={i18n.t("prepare.editNamed", [title])}
          data-return
          onClick={onEdit}
        >
          {title}
        </button>
        <WorkNotes item={item} kind={kind}>
          {notes}
        </WorkNotes>
        {under}
      </div>
      <StateSelect title={title} state={state} onChoose={onState} />
      <div class="end">
        <DiscussButton text={title} onAgenda={item.onAgenda} onDiscuss={onDiscuss} />
        <Menu
          label={i18n.t("prepare.more", [title])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={[
            menuItem("edit", Pencil, i18n.t("prepare.edit"), onEdit),
            ...(table === "resources" ? [shareItem(table, id)] : []),
            menuItem("history", History, i18n.t("common.history"), () => {
              location.hash = `/history/${table}/${encodeURIComponent(id)}`;
            }),
            menuItem("remove", Trash2, i18n.t("common.remove"), onRemove),
          ]}
        />
      </div>
    </li>
  );
}
