import { ExternalLink } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Resource } from "@/lib/domain/resource.ts";
import type { ResourcesModel, ResourcesView, WorkItem } from "@/lib/state/resources.ts";
import { ResourceFields, resourceFrom } from "./resource-fields.tsx";
import { WorkRow } from "./work-row.tsx";

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
  const { row } = item;
  const { id, title, url, takeaway, state } = row;
  return (
    <WorkRow
      item={item}
      table="resources"
      kind={i18n.t(`resources.resource.kinds.${row.kind}`)}
      notes={
        url && (
          <span>
            <a href={url} target="_blank" rel="noreferrer noopener">
              {hostOf(url)} <Icon of={ExternalLink} size="sm" />
            </a>
          </span>
        )
      }
      under={
        takeaway ? (
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
        )
      }
      editing={editing !== null}
      fields={<ResourceFields resource={row} goals={view.goals} takeaway={editing === "takeaway"} />}
      onEdit={() => setEditing("all")}
      onClose={() => setEditing(null)}
      onSave={(value) => model.editResource(id, resourceFrom(value))}
      onState={(to) => void model.setResourceState(id, to)}
      onDiscuss={() => void model.discussResource(row)}
      onRemove={() => void model.removeResource(row)}
    />
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;
}
