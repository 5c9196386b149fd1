import { Check, Ellipsis, EyeOff, History, type IconNode, Pencil, Trash2 } from "lucide";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Role } from "@/lib/domain/vocabulary.ts";
import type { ChecklistActs, ChecklistItem } from "@/lib/state/checklist-acts.ts";
import { itemWords } from "@/lib/state/checklist-words.ts";

/** An item of a checklist: ticked by hand, or by itself where the records tell. Then it leads to where that is done. */
export function CheckRow({
  item,
  role,
  mentorshipId,
  acts,
  plain,
}: {
  item: ChecklistItem;
  role: Role;
  mentorshipId: Id;
  acts: ChecklistActs;
  /** Only to be ticked: what an item is, is decided on the page of its stage. */
  plain?: boolean;
}) {
  const id = useId();
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLLIElement>(editing);
  const words = itemWords(item, role);
  if (editing && !item.shipped) {
    return (
      <li ref={place} class="editing">
        <InlineForm
          draft={`${item.id}.edit`}
          label={i18n.t("checklist.editNamed", [words])}
          submit={i18n.t("common.save")}
          onSave={(value) => acts.edit(item.id, value("text"))}
          onClose={() => setEditing(false)}
        >
          <Field label={i18n.t("checklist.item")}>
            {(control) => (
              <input
                {...control}
                class="input"
                type="text"
                name="text"
                autocomplete="off"
                defaultValue={words}
              />
            )}
          </Field>
        </InlineForm>
      </li>
    );
  }
  const rule = item.shipped && "rule" in item.shipped ? item.shipped.rule : null;
  const at = item.shipped && "at" in item.shipped ? item.shipped.at : null;
  const look = rule ? i18n.t(`checklist.fill.${rule}`) : i18n.t("checklist.look");
  return (
    <li ref={place} class="row">
      {rule ? (
        <span class={item.done ? "self-tick done" : "self-tick"}>
          {item.done && <Icon of={Check} size="sm" />}
        </span>
      ) : (
        <input
          class="check"
          type="checkbox"
          id={id}
          data-return
          checked={item.done}
          onChange={(event) => void acts.tick(mentorshipId, item, event.currentTarget.checked)}
        />
      )}
      {rule ? (
        <span class="main">
          <span class={item.done ? "done-text" : ""}>
            <span class="sr">{i18n.t(item.done ? "checklist.selfDone" : "checklist.selfOpen")} </span>
            {words}
          </span>
          <span class="meta dots">
            <span>{i18n.t("checklist.self")}</span>
            {at && (!item.done || !plain) && (
              <span>
                <a href={`#${at}`} aria-label={i18n.t("checklist.go", [look, words])}>
                  {look}
                </a>
              </span>
            )}
          </span>
        </span>
      ) : (
        <label class={item.done ? "main done-text" : "main"} for={id}>
          {words}
        </label>
      )}
      {!plain && (
        <span class="end">
          <Menu
            label={i18n.t("checklist.more", [words])}
            triggerClass="icon-btn sm"
            end
            trigger={<Icon of={Ellipsis} />}
            items={menuOf(item, at, look, acts, mentorshipId, () => setEditing(true))}
          />
        </span>
      )}
    </li>
  );
}

function menuOf(
  item: ChecklistItem,
  at: string | null,
  look: string,
  acts: ChecklistActs,
  mentorshipId: Id,
  onEdit: () => void,
): MenuItem[] {
  const away = () => void acts.putAway(mentorshipId, item);
  const goTo = (path: string) => () => {
    location.hash = path;
  };
  return [
    ...(at ? [entry("look", null, look, goTo(at))] : []),
    ...(item.shipped ? [] : [entry("edit", Pencil, i18n.t("checklist.edit"), onEdit)]),
    ...(item.hasRow
      ? [
          entry(
            "history",
            History,
            i18n.t("common.history"),
            goTo(`/history/checks/${encodeURIComponent(item.id)}`),
          ),
        ]
      : []),
    item.shipped
      ? entry("away", EyeOff, i18n.t("checklist.putAway"), away)
      : entry("remove", Trash2, i18n.t("checklist.remove"), away),
  ];
}

function entry(id: string, icon: IconNode | null, words: string, onPick: () => void): MenuItem {
  return {
    id,
    label: (
      <>
        {icon && <Icon of={icon} />}
        {words}
      </>
    ),
    onPick,
  };
}
