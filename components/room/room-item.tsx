import { Ellipsis, ExternalLink, EyeOff, GitCompareArrows, ListPlus, Pencil, Undo2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { menuItem } from "@/components/kit/menu-item.tsx";
import { dayOf } from "@/lib/domain/civil-time.ts";
import { postKinds } from "@/lib/domain/shared-kinds.ts";
import { isPost } from "@/lib/domain/shared.ts";
import { takenInto } from "@/lib/domain/shared-copy.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { itemName, type RoomModel } from "@/lib/state/room.ts";
import type { RoomItem } from "@/lib/state/room-view.ts";
import { ClashBox } from "./clash-box.tsx";
import { itemFields, itemFrom } from "./item-fields.tsx";
import { NewMark } from "./new-mark.tsx";
import { stateWords } from "./state-words.ts";

/** Something in the room: whose it is, what it says, what can be done with it. */
export function RoomItemRow({ item, model }: { item: RoomItem; model: RoomModel }) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLLIElement>(editing);
  const view = model.view.value;
  if (!view) return null;
  const { row, mine, owner } = item;
  const name = itemName(row);
  const author = mine ? view.myName || i18n.t("room.you") : view.partner;
  if (editing) {
    return (
      <li ref={place} class="editing">
        <InlineForm
          draft={`${row.id}.edit`}
          label={i18n.t("room.editNamed", [name])}
          submit={i18n.t("common.save")}
          onSave={(value) => model.edit(item, itemFrom(row, value))}
          onClose={() => setEditing(false)}
          extra={<HistoryLink table="shared" id={row.id} title={name} />}
        >
          {itemFields(row)}
        </InlineForm>
      </li>
    );
  }
  const items = itemsOf(item, model, view.isLeft, () => setEditing(true));
  const isDone = item.states.length > 0 && row.state !== item.states[0];
  const state = stateWords(row.state);
  return (
    <li ref={place} class="row room-item">
      <Avatar name={author} me={mine} />
      <div class="main">
        <div data-return tabIndex={-1}>
          {row.title && <p class={isDone ? "soft break" : "strong break"}>{row.title}</p>}
          {row.text && <p class={isPost(row.kind) ? "doc break" : "soft break"}>{row.text}</p>}
        </div>
        <span class="meta dots">
          <NewMark id={row.id} model={model} />
          <span>{mine ? i18n.t("room.byYou") : view.partnerShort}</span>
          {isPost(row.kind) && <span>{postWords(row.kind)}</span>}
          {isPost(row.kind) && (
            <span>{shortDay(row.dueOn ?? dayOf(row.createdAt, model.timeZone), view.today)}</span>
          )}
          {owner && owner !== (mine ? "me" : "them") && (
            <span>{i18n.t(`room.does.${owner}`, [view.partnerShort])}</span>
          )}
          {row.dueOn && !isPost(row.kind) && (
            <span>{i18n.t("room.by", [shortDay(row.dueOn, view.today)])}</span>
          )}
          {isDone && state && <span>{state}</span>}
          {row.url && isWebAddress(row.url) && (
            <span>
              <a href={row.url} target="_blank" rel="noreferrer noopener">
                {URL.parse(row.url)?.hostname} <Icon of={ExternalLink} size="sm" />
              </a>
            </span>
          )}
          {!mine && item.linked && <span>{i18n.t("room.isYours")}</span>}
        </span>
        {item.changedHere.length > 0 && (
          <p class="room-news">
            <span class="soft">{i18n.t("room.changedHere")}</span>
            {!view.isLeft && (
              <button type="button" class="btn sm" onClick={() => void model.shareChanges([item])}>
                {i18n.t("room.shareChanges")}
              </button>
            )}
          </p>
        )}
        {item.changedThere.length > 0 && (
          <p class="room-news">
            <span class="soft">{i18n.t("room.changedThere")}</span>
            <button type="button" class="btn sm" onClick={() => void model.fetch(item)}>
              {i18n.t("room.fetch")}
            </button>
          </p>
        )}
        {item.clashes.map(({ field, clash }) => (
          <ClashBox key={field} item={item} field={field} clash={clash} model={model} />
        ))}
        {item.milestones.length > 0 && (
          <ul class="list">
            {item.milestones.map((milestone) => (
              <RoomItemRow key={milestone.row.id} item={milestone} model={model} />
            ))}
          </ul>
        )}
      </div>
      <span class="end">
        {item.canTake && (
          <button
            type="button"
            class="icon-btn sm"
            aria-label={i18n.t("room.takeNamed", [name])}
            title={takeWords(row.kind)}
            onClick={() => void model.take(item)}
          >
            <Icon of={ListPlus} flip />
          </button>
        )}
        {items.length > 0 && (
          <Menu
            label={i18n.t("room.more", [name])}
            triggerClass="icon-btn sm"
            end
            trigger={<Icon of={Ellipsis} />}
            items={items}
          />
        )}
      </span>
    </li>
  );
}

function itemsOf(item: RoomItem, model: RoomModel, isLeft: boolean, onEdit: () => void): MenuItem[] {
  const { row, mine } = item;
  /** The room itself stays as it is. */
  const changes = isLeft ? [] : item.states.filter((state) => state !== row.state && state !== "dropped");
  return [
    ...(item.canTake ? [menuItem("take", ListPlus, takeWords(row.kind), () => void model.take(item))] : []),
    ...(item.canEdit && !isLeft ? [menuItem("edit", Pencil, i18n.t("room.edit"), onEdit)] : []),
    ...changes.map((state) =>
      menuItem(state, GitCompareArrows, stateWords(state), () => void model.setState(item, state)),
    ),
    ...(mine ? [] : [menuItem("away", EyeOff, i18n.t("room.putAway"), () => void model.putAway(item))]),
    ...(mine && !isLeft
      ? [menuItem("unshare", Undo2, i18n.t("room.unshare"), () => void model.unshare(item))]
      : []),
  ];
}

function postWords(kind: string): string {
  const known = postKinds.find((each) => each === kind);
  return known ? i18n.t(`room.kinds.${known}`) : "";
}

function takeWords(kind: string): string {
  const into = takenInto(kind);
  return into ? i18n.t(`room.take.${into}`) : "";
}

/** What comes from a file may be anything; only an address of the web becomes a link. */
function isWebAddress(url: string): boolean {
  const protocol = URL.parse(url)?.protocol;
  return protocol === "https:" || protocol === "http:";
}
