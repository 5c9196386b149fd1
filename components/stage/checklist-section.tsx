import { ChevronRight, Plus } from "lucide";
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import type { ChecklistItem } from "@/lib/state/checklist-acts.ts";
import { itemWords } from "@/lib/state/checklist-words.ts";
import { stageName } from "@/lib/state/stage-words.ts";
import type { StagesModel, StagesView } from "@/lib/state/stages.ts";
import { CheckRow } from "./check-row.tsx";

/** What belongs to a stage, in its groups, with how much of it is done; what was put away, and a line for one's own. */
export function ChecklistSection({
  model,
  view,
  stage,
}: {
  model: StagesModel;
  view: StagesView;
  stage: Stage;
}) {
  const list = view.checklists[stage];
  const { id: mentorshipId, role } = view.mentorship;
  const groups = groupsOf(list.items);
  const [done, total] = [String(list.done), String(list.total)];
  return (
    <section class="stage-list" aria-label={i18n.t("checklist.of", [stageName(stage)])}>
      <div class="sec-head">
        <h2 class="title">{i18n.t("checklist.title")}</h2>
        <span class="meta num">
          {stage === "prepare"
            ? i18n.t("checklist.ready", [done, total])
            : i18n.t("checklist.count", [done, total])}
        </span>
      </div>
      {list.items.length === 0 && <p class="soft none">{i18n.t("checklist.none")}</p>}
      {groups.map(([group, items]) => (
        <Group
          key={group}
          name={i18n.t(`checklist.groups.${group}`)}
          items={groups.length > 1 ? items : null}
        >
          {items.map((item) => (
            <CheckRow key={item.id} item={item} role={role} mentorshipId={mentorshipId} acts={model} />
          ))}
        </Group>
      ))}
      <AddItem
        draft={`${mentorshipId}.${stage}.item`}
        onAdd={(text) => model.add(mentorshipId, stage, text)}
      />
      {list.putAway.length > 0 && (
        <details class="closed">
          <summary>
            <Icon of={ChevronRight} size="sm" flip />
            {i18n.t("checklist.putAwayOnes", list.putAway.length)}
          </summary>
          <ul class="list">
            {list.putAway.map((item) => (
              <li key={item.id} class="row flat">
                <span class="main soft">{itemWords(item, role)}</span>
                <button
                  type="button"
                  class="btn sm quiet"
                  aria-label={i18n.t("checklist.bringBackNamed", [itemWords(item, role)])}
                  onClick={() => void model.bringBack(mentorshipId, item)}
                >
                  {i18n.t("checklist.bringBack")}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Group({
  name,
  items,
  children,
}: {
  name: string;
  /** What is counted; `null` where the head of the list says it already. */
  items: readonly ChecklistItem[] | null;
  children: ComponentChildren;
}) {
  const id = useId();
  const done = items?.filter((item) => item.done).length ?? 0;
  return (
    <section class="stage-group" aria-labelledby={id}>
      <div class="sec-head">
        <h3 class="head" id={id}>
          {name}
        </h3>
        {items && (
          <span class="meta num">{i18n.t("checklist.count", [String(done), String(items.length)])}</span>
        )}
      </div>
      <ul class="list">{children}</ul>
    </section>
  );
}

function AddItem({
  draft,
  onAdd,
}: {
  /** Under which id what is typed is kept. */
  draft: string;
  onAdd: (text: string) => ReturnType<StagesModel["add"]>;
}) {
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(adding);
  return (
    <div ref={place} class="stage-add">
      {adding ? (
        <InlineForm
          draft={draft}
          label={i18n.t("checklist.add")}
          submit={i18n.t("checklist.addOne")}
          again
          onSave={(value) => onAdd(value("text"))}
          onClose={() => setAdding(false)}
        >
          <Field label={i18n.t("checklist.item")}>
            {(control) => (
              <input
                {...control}
                class="input"
                type="text"
                name="text"
                autocomplete="off"
                placeholder={i18n.t("checklist.example")}
              />
            )}
          </Field>
        </InlineForm>
      ) : (
        <button type="button" class="btn sm quiet" data-return onClick={() => setAdding(true)}>
          <Icon of={Plus} size="sm" />
          {i18n.t("checklist.add")}
        </button>
      )}
    </div>
  );
}

type GroupName = NonNullable<ChecklistItem["shipped"]>["group"] | "own";

/** The items by their groups, in the order in which the groups first appear; one's own at the end. */
function groupsOf(items: readonly ChecklistItem[]): [GroupName, ChecklistItem[]][] {
  const groups = new Map<GroupName, ChecklistItem[]>();
  for (const item of items) {
    const name = item.shipped?.group ?? "own";
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups];
}
