import { Ellipsis, ExternalLink, History, Pencil, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { DiscussButton } from "@/components/prepare/discuss-button.tsx";
import { menuItem } from "@/components/kit/menu-item.tsx";
import { shareItem } from "@/components/kit/share-item.ts";
import type { Resource } from "@/lib/domain/resource.ts";
import type { ResourcesModel, ResourcesView, WorkItem } from "@/lib/state/resources.ts";
import { ResourceFields, resourceFrom } from "./resource-fields.tsx";
import { StateSelect } from "./state-select.tsx";
import { WorkNotes } from "./work-notes.tsx";

/** A resource: its link, how far one is with it, and what it gave. */
export function ResourceRow({
  item,
  view,
  model,
}: {
  item: WorkItem<Resource>;
  view: ResourcesView;
  model: ResourcesModel;
}) {
  const [editing, setEditing] = useState<"all" | "takeaway" | null>(null);
  const place = useReturnFocus<HTMLLIElement>(editing !== null);
  const { row } = item;
  const { id, title, url, takeaway, state } = row;
  if (editing) {
    return (
      <li ref={place} class="editing">
        <InlineForm
          draft={`${id}.edit`}
          label={i18n.t("prepare.editNamed", [title])}
          submit={i18n.t("common.save")}
          onSave={(value) => model.editResource(id, resourceFrom(value))}
          onClose={() => setEditing(null)}
          extra={<HistoryLink table="resources" id={id} title={title} />}
        >
          <ResourceFields resource={row} goals={view.goals} takeaway={editing === "takeaway"} />
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
          onClick={() => setEditing("all")}
        >
          {title}
        </button>
        <WorkNotes item={item} kind={i18n.t(`resources.resource.kinds.${row.kind}`)}>
          {url && (
            <span>
              <a href={url} target="_blank" rel="noreferrer noopener">
                {hostOf(url)} <Icon of={ExternalLink} size="sm" />
              </a>
            </span>
          )}
        </WorkNotes>
        {takeaway ? (
          <p class="doc takeaway">{takeaway}</p>
        ) : (
          state === "done" && (
            <button
              type="button"
              class="btn sm link"
              aria-label={i18n.t("resources.resource.writeTakeawayNamed", [title])}
              onClick={() => setEditing("takeaway")}
            >
              {i18n.t("resources.resource.writeTakeaway")}
            </button>
          )
        )}
      </div>
      <StateSelect title={title} state={state} onChoose={(to) => void model.setResourceState(id, to)} />
      <div class="end">
        <DiscussButton
          text={title}
          onAgenda={item.onAgenda}
          onDiscuss={() => void model.discussResource(row)}
        />
        <Menu
          label={i18n.t("prepare.more", [title])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={[
            menuItem("edit", Pencil, i18n.t("prepare.edit"), () => setEditing("all")),
            shareItem("resources", id),
            menuItem("history", History, i18n.t("common.history"), () => {
              location.hash = `/history/resources/${encodeURIComponent(id)}`;
            }),
            menuItem("remove", Trash2, i18n.t("common.remove"), () => void model.removeResource(row)),
          ]}
        />
      </div>
    </li>
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;
}
