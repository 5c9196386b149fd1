import { ChevronDown, Lock } from "lucide";
import { Fragment } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { AgendaRow } from "@/lib/state/meeting-topics.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";

/** The agenda beside the notes, ticked off as it is talked about. The first open topic is where the two are. */
export function AgendaFold({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const { agenda, meeting } = view;
  const list = useRef<HTMLUListElement>(null);
  const done = agenda.filter((row) => row.done).length;
  const running = meeting.startedAt && !meeting.endedAt;
  const current = running ? agenda.find((row) => !row.done)?.id : undefined;
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(".now");
    if (!row || !list.current) return;
    // Within the list alone: the page stays where the hands are.
    const { top, height } = list.current.getBoundingClientRect();
    list.current.scrollTop += row.getBoundingClientRect().top - top - height / 3;
  }, [current]);
  if (agenda.length === 0) return null;
  return (
    <details class="agenda-fold" open>
      <summary>
        <Icon of={ChevronDown} size="sm" />
        {i18n.t("brief.agenda")}
        <span class="meta">{i18n.t("notes.agendaDone", [String(done), String(agenda.length)])}</span>
      </summary>
      <ul class="list" ref={list}>
        {[{ id: null, title: "" }, ...view.sections].map((section) => {
          const rows = agenda.filter((row) => row.sectionId === section.id);
          return (
            <Fragment key={section.id ?? ""}>
              {section.id !== null && rows.length > 0 && (
                <li class="part meta" role="presentation">
                  {section.title}
                </li>
              )}
              {rows.map((row) => (
                <FoldRow key={row.id} row={row} now={row.id === current} model={model} />
              ))}
            </Fragment>
          );
        })}
      </ul>
    </details>
  );
}

function FoldRow({ row, now, model }: { row: AgendaRow; now: boolean; model: MeetingModel }) {
  const id = useId();
  return (
    <li class={now ? "row now" : "row"} aria-current={now ? "step" : undefined}>
      <input
        class="check"
        type="checkbox"
        id={id}
        checked={row.done}
        onChange={(event) => void model.discuss(row.id, event.currentTarget.checked)}
      />
      <label class={row.done ? "main done-text" : now ? "main strong" : "main"} for={id}>
        {row.title}
        {now && row.homework && <span class="meta">{row.homework}</span>}
      </label>
      {row.sensitive && (
        <span class="meta" title={i18n.t("brief.sensitiveHint")}>
          <Icon of={Lock} size="sm" />
          <span class="sr">{i18n.t("brief.sensitive")}</span>
        </span>
      )}
    </li>
  );
}
