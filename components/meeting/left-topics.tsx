import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { Section } from "./section.tsx";

/** What the two did not get to. It waits for the next meeting, unless it was talked about after all. */
export function LeftTopics({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const id = useId();
  if (view.left.length === 0) return null;
  return (
    <Section head={i18n.t("wrapUp.left")} meta={i18n.t("wrapUp.leftHint")}>
      <ul class="list">
        {view.left.map((topic) => (
          <li key={topic.id} class="row">
            <input
              class="check"
              type="checkbox"
              id={`${id}-${topic.id}`}
              aria-label={i18n.t("wrapUp.tickDiscussed", [topic.title])}
              checked={false}
              onChange={() => void model.discuss(topic.id, true)}
            />
            <label class="main" for={`${id}-${topic.id}`}>
              {topic.title}
            </label>
          </li>
        ))}
      </ul>
    </Section>
  );
}
