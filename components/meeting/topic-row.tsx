import {
  CornerDownRight,
  Ellipsis,
  GripVertical,
  Lock,
  MessageCircleQuestionMark,
  NotebookText,
  Repeat,
} from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import type { LineOrder } from "@/components/kit/use-line-order.ts";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { shareItem, shareWords } from "@/components/kit/share-item.ts";
import type { BriefModel, TopicForm } from "@/lib/state/brief.ts";
import { carriedWords } from "@/lib/state/brief-markdown.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { AgendaRow } from "@/lib/state/meeting-topics.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { originWords } from "./origin-words.ts";
import { TopicFormFields } from "./topic-form.tsx";

/** A topic on the trail: moved by its dot or by Alt and an arrow key, changed by its words, the rest in its menu. */
export function TopicRow({
  row,
  view,
  model,
  brief,
  order,
}: {
  row: AgendaRow;
  view: MeetingView;
  model: MeetingModel;
  brief: BriefModel;
  order: LineOrder;
}) {
  const form = brief.form.value?.id === row.id ? brief.form.value : null;
  const place = useReturnFocus<HTMLLIElement>(form !== null);
  const open = (kind: TopicForm["kind"]): void => {
    brief.form.value = { id: row.id, kind };
  };
  const { class: marks, ...line } = order.row(row.id);
  const dot = <span class={row.done ? "dot" : "dot ring"} />;
  return (
    <li ref={place} class={`${row.done ? "" : "ahead"}${marks}`} {...line}>
      <span class="mark">
        {row.done ? (
          dot
        ) : (
          <button
            type="button"
            class="topic-grip"
            aria-label={i18n.t("brief.moveTopic", [row.title])}
            title={i18n.t("brief.moveHint")}
            {...order.grip(row.id)}
          >
            {dot}
            <Icon of={GripVertical} size="sm" />
          </button>
        )}
      </span>
      {form ? (
        <TopicFormFields form={form} row={row} view={view} brief={brief} />
      ) : (
        <>
          <div class="topic">
            <button
              type="button"
              class={row.done ? "words soft" : "words"}
              aria-label={i18n.t("brief.editNamed", [row.title])}
              data-return
              onClick={() => open("edit")}
            >
              {row.title}
              {row.question && (
                <span class="asks" title={i18n.t("brief.question")}>
                  {"\u00a0"}
                  <Icon of={MessageCircleQuestionMark} size="sm" />
                </span>
              )}
            </button>
            <span class="end">
              <Menu
                label={i18n.t("brief.more", [row.title])}
                triggerClass="icon-btn sm"
                end
                trigger={<Icon of={Ellipsis} />}
                items={menuOf(row, model, brief, open)}
              />
            </span>
          </div>
          <Notes row={row} view={view} />
          {row.homework && <p class="meta homework">{row.homework}</p>}
        </>
      )}
    </li>
  );
}

/** What is small under a topic. */
function Notes({ row, view }: { row: AgendaRow; view: MeetingView }) {
  const said = row.done || row.question || row.recurs || row.sensitive || row.homework || row.origin;
  if (!said && !row.carriedFromOn) return null;
  return (
    <p class="meta notes-of">
      {row.done && <span class="sr">{i18n.t("wrapUp.discussed")}</span>}
      {row.question && <span class="sr">{i18n.t("brief.question")}</span>}
      {row.carriedFromOn && !row.done && (
        <span>
          <Icon of={CornerDownRight} size="sm" flip /> {carriedWords(row, view)}
        </span>
      )}
      {row.recurs && (
        <span>
          <Icon of={Repeat} size="sm" /> {i18n.t("brief.everyTime")}
        </span>
      )}
      {row.sensitive && (
        <span title={i18n.t("brief.sensitiveHint")}>
          <Icon of={Lock} size="sm" /> {i18n.t("brief.sensitive")}
        </span>
      )}
      {row.homework && (
        <span class="done-mark">
          <Icon of={NotebookText} size="sm" /> {i18n.t("brief.homeworkDone")}
        </span>
      )}
      {row.origin && (
        <a class="origin" href={`#${row.origin.path}`}>
          {originWords(row.origin, row.title)}
        </a>
      )}
    </p>
  );
}

function menuOf(
  row: AgendaRow,
  model: MeetingModel,
  brief: BriefModel,
  onOpen: (kind: TopicForm["kind"]) => void,
): MenuItem[] {
  const { id } = row;
  const item = (name: string, label: string, onPick: () => void): MenuItem => ({ id: name, label, onPick });
  return [
    item("edit", i18n.t("brief.edit"), () => onOpen("edit")),
    item("homework", i18n.t("brief.homeworkAdd"), () => onOpen("homework")),
    item(
      "sensitive",
      i18n.t(row.sensitive ? "brief.makeOpen" : "brief.makeSensitive"),
      () => void brief.mark(id, { sensitive: !row.sensitive }),
    ),
    ...(row.done && !row.recurs
      ? []
      : [
          item(
            "recurs",
            i18n.t(row.recurs ? "brief.once" : "brief.every"),
            () => void brief.mark(id, { recurs: !row.recurs }),
          ),
          item("split", i18n.t("brief.split"), () => onOpen("split")),
          item("park", i18n.t("brief.park"), () => void brief.park(id, true)),
        ]),
    ...(row.sensitive ? [] : [{ ...shareItem("topics", id), label: shareWords() }]),
    item("history", i18n.t("common.history"), () => {
      location.hash = `/history/topics/${encodeURIComponent(id)}`;
    }),
    item("remove", i18n.t("brief.removeIt"), () => void model.dropTopic(id)),
  ];
}
