import { ChevronDown } from "lucide";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";

/** The agenda beside the notes, ticked off as it is talked about. The first open topic is where the two are. */
export function AgendaFold({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const id = useId();
  const { agenda, meeting } = view;
  if (agenda.length === 0) return null;
  const done = agenda.filter((row) => row.done).length;
  const running = meeting.startedAt && !meeting.endedAt;
  const current = running ? agenda.find((row) => !row.done)?.id : undefined;
  return (
    <details class="agenda-fold" open>
      <summary>
        <Icon of={ChevronDown} size="sm" />
        {i18n.t("brief.agenda")}
        <span class="meta">{i18n.t("notes.agendaDone", [String(done), String(agenda.length)])}</span>
      </summary>
      <ul class="list">
        {agenda.map((row) => (
          <li
            key={row.id}
            class={row.id === current ? "row now" : "row"}
            aria-current={row.id === current ? "step" : undefined}
          >
            <input
              class="check"
              type="checkbox"
              id={`${id}-${row.id}`}
              checked={row.done}
              onChange={(event) => void model.discuss(row.id, event.currentTarget.checked)}
            />
            <label
              class={row.done ? "main done-text" : row.id === current ? "main strong" : "main"}
              for={`${id}-${row.id}`}
            >
              {row.title}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
