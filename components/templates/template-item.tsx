import { ChevronDown, ChevronRight, Download, Ellipsis, Pencil, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { TemplatesModel, TemplateView } from "@/lib/state/templates.ts";
import { TemplateFields } from "./template-fields.tsx";
import { TemplatePreview } from "./template-preview.tsx";

/** A template in the gallery: what it is for and how much is in it; opened, all of it, and the way to start from it. */
export function TemplateItem({
  template,
  open,
  onToggle,
  model,
  mentorshipId,
}: {
  template: TemplateView;
  open: boolean;
  onToggle: () => void;
  model: TemplatesModel;
  /** Where it would be started. */
  mentorshipId: Id | null;
}) {
  const [naming, setNaming] = useState(false);
  const row = useReturnFocus<HTMLLIElement>(naming);
  const { id, name, about, size } = template;
  const items: MenuItem[] = [
    {
      id: "export",
      label: labelOf(Download, i18n.t("templates.exportShort")),
      onPick: () => model.export(template),
    },
    ...(id
      ? [
          {
            id: "name",
            label: labelOf(Pencil, i18n.t("templates.renameShort")),
            onPick: () => setNaming(true),
          },
          {
            id: "remove",
            label: labelOf(Trash2, i18n.t("common.remove")),
            onPick: () => void model.remove(template),
          },
        ]
      : []),
  ];
  return (
    <li ref={row} class={open ? "template open" : "template"}>
      <div class="goal-line">
        <h3>
          <button type="button" class="goal-head" aria-expanded={open} data-return onClick={onToggle}>
            <Icon of={open ? ChevronDown : ChevronRight} size="sm" flip={!open} />
            <span>{name}</span>
            <span class="meta num">
              {i18n.t("templates.size", [
                i18n.t("roadmap.goals", size.goals),
                i18n.t("templates.milestones", size.milestones),
                i18n.t("templates.weeks", Math.max(1, size.weeks)),
              ])}
            </span>
          </button>
        </h3>
        <Menu
          label={i18n.t("roadmap.table.menu", [name])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={items}
        />
      </div>
      {naming && id ? (
        <InlineForm
          draft={`${id}.edit`}
          label={i18n.t("templates.rename", [name])}
          submit={i18n.t("common.save")}
          onSave={(value) => model.rename(id, { name: value("name"), about: value("about") })}
          onClose={() => setNaming(false)}
        >
          <TemplateFields name={name} about={about} />
        </InlineForm>
      ) : (
        about && <p class="soft about">{about}</p>
      )}
      {open && <TemplatePreview template={template} model={model} mentorshipId={mentorshipId} />}
    </li>
  );
}

function labelOf(icon: Parameters<typeof Icon>[0]["of"], words: string) {
  return (
    <>
      <Icon of={icon} />
      {words}
    </>
  );
}
