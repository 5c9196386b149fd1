import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { useLineOrder } from "@/components/kit/use-line-order.ts";
import { agendaLines } from "@/lib/domain/agenda-order.ts";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { BriefView } from "@/lib/state/brief-view.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { AgendaPart } from "./agenda-part.tsx";
import { DraftInput } from "./draft-input.tsx";
import { LineToggle } from "./line-toggle.tsx";
import { PartsForm } from "./parts-form.tsx";
import { Section } from "./section.tsx";
import { TopicRow } from "./topic-row.tsx";

/** What is to be talked about, in order and in parts, with what earlier meetings did not get to. */
export function AgendaSection({
  model,
  view,
  brief,
  more,
}: {
  model: MeetingModel;
  view: MeetingView;
  brief: BriefModel;
  more: BriefView | null | undefined;
}) {
  const plus = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const { agenda, sections } = view;
  const adding = model.topic.text.value !== null;
  const places = agenda.map((row, order) => ({ id: row.id, order, sectionId: row.sectionId }));
  const lines = agendaLines(places, sections);
  const order = useLineOrder(
    list,
    lines.map((line) => ("sectionId" in line ? headId(line.sectionId) : line.topicId)),
    (id, to) => void brief.move(id, to),
    "",
  );
  const loose = agenda.filter((row) => row.sectionId === null);
  const rowOf = (row: (typeof agenda)[number]) => (
    <TopicRow key={row.id} row={row} view={view} model={model} brief={brief} order={order} />
  );
  return (
    <Section
      head={i18n.t("brief.agenda")}
      meta={agenda.length > 0 && lengthWords(view)}
      end={<LineToggle line={model.topic} opens="topic" name={i18n.t("brief.addTopic")} button={plus} />}
    >
      {brief.editsParts.value && <PartsForm brief={brief} view={view} />}
      {agenda.length === 0 && !adding && <p class="soft">{i18n.t("brief.noTopics")}</p>}
      <ol ref={list} class="walk agenda">
        {loose.map(rowOf)}
        {sections.map((section) => (
          <AgendaPart
            key={section.id}
            section={section}
            lineId={headId(section.id)}
            rows={agenda.filter((row) => row.sectionId === section.id).map(rowOf)}
            brief={brief}
            more={more}
            order={order}
          />
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

function headId(sectionId: string): string {
  return `part:${sectionId}`;
}

/** "5 topics, about 9 min each". */
function lengthWords({ agenda, meeting }: MeetingView) {
  const open = agenda.filter((row) => !row.done).length;
  const each = Math.max(1, Math.floor(meeting.plannedMinutes / agenda.length));
  const topics = i18n.t("brief.topics", agenda.length);
  return open > 0 && !meeting.endedAt ? `${topics}, ${i18n.t("brief.each", [String(each)])}` : topics;
}
