import { CornerDownRight, MessageCircleQuestionMark, X } from "lucide";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { AgendaRow, MeetingView } from "@/lib/state/meeting-view.ts";
import { DraftInput } from "./draft-input.tsx";
import { LineToggle } from "./line-toggle.tsx";
import { Section } from "./section.tsx";

/** What is to be talked about, in order, with what earlier meetings did not get to. */
export function AgendaSection({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const plus = useRef<HTMLButtonElement>(null);
  const { agenda, meeting } = view;
  const open = agenda.filter((row) => !row.done).length;
  const each = Math.floor(meeting.plannedMinutes / agenda.length);
  const adding = model.topic.text.value !== null;
  return (
    <Section
      head={i18n.t("brief.agenda")}
      meta={
        agenda.length > 0 && (
          <>
            {i18n.t("brief.topics", agenda.length)}
            {open > 0 && !meeting.endedAt && `, ${i18n.t("brief.each", [String(Math.max(1, each))])}`}
          </>
        )
      }
      end={<LineToggle line={model.topic} opens="topic" name={i18n.t("brief.addTopic")} button={plus} />}
    >
      {agenda.length === 0 && !adding && <p class="soft">{i18n.t("brief.noTopics")}</p>}
      <ol class="walk agenda">
        {agenda.map((row) => (
          <TopicRow key={row.id} row={row} view={view} onRemove={() => void model.dropTopic(row.id)} />
        ))}
      </ol>
      {adding && (
        <DraftInput
          line={model.topic}
          name={i18n.t("brief.addTopic")}
          example={i18n.t("brief.topicExample")}
          onClose={() => plus.current?.focus()}
        />
      )}
    </Section>
  );
}

function TopicRow({ row, view, onRemove }: { row: AgendaRow; view: MeetingView; onRemove: () => void }) {
  return (
    <li class={row.done ? "" : "ahead"}>
      <span class="mark">
        <span class={row.done ? "dot" : "dot ring"} />
      </span>
      <div class="topic">
        <span class={row.done ? "soft" : ""}>
          {row.title}
          {row.question && (
            <span class="asks" title={i18n.t("brief.question")}>
              {"\u00a0"}
              <Icon of={MessageCircleQuestionMark} size="sm" />
              <span class="sr">{i18n.t("brief.question")}</span>
            </span>
          )}
          {row.done && <span class="sr"> {i18n.t("wrapUp.discussed")}</span>}
        </span>
        {!row.done && (
          <button
            type="button"
            class="icon-btn sm add"
            aria-label={i18n.t("brief.removeTopic", [row.title])}
            title={i18n.t("common.remove")}
            onClick={onRemove}
          >
            <Icon of={X} size="sm" />
          </button>
        )}
      </div>
      {row.origin && (
        <p class="meta origin">
          <a href={`#${row.origin.path}`}>{originWords(row.origin, row.title)}</a>
        </p>
      )}
      {row.carriedFromOn && !row.done && (
        <p class="meta">
          <Icon of={CornerDownRight} size="sm" flip /> {carriedWords(row, view)}
        </p>
      )}
    </li>
  );
}

function carriedWords(row: AgendaRow, view: MeetingView): string {
  const on = shortDay(row.carriedFromOn ?? view.today, view.today);
  if (row.carried === 1) return i18n.t("brief.carried", [on]);
  if (row.carried === 2) return i18n.t("brief.carriedTwice", [on]);
  return i18n.t("brief.carriedTimes", [on, String(row.carried)]);
}

/** "from the milestone", with its title where the topic has other words. */
function originWords({ table, title }: NonNullable<AgendaRow["origin"]>, topic: string): string {
  const known = originTables.find((each) => each === table);
  const from = i18n.t(`origin.${known ?? "other"}`);
  return title && title !== topic ? i18n.t("origin.titled", [from, title]) : from;
}

const originTables = [
  "goals",
  "milestones",
  "commitments",
  "entries",
  "people",
  "meetings",
  "expectations",
  "agreements",
  "resources",
  "reviews",
  "inventory",
  "skills",
  "metrics",
  "evidence",
  "activities",
  "checks",
] as const;
