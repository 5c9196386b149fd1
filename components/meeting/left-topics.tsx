import { SquareParking } from "lucide";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { AfterMeetingModel } from "@/lib/state/after-meeting.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { allLeftAt, LeftWhere } from "./left-where.tsx";
import { Section } from "./section.tsx";

/** What the two did not get to. It waits for the next meeting, unless it was talked about after all. */
export function LeftTopics({
  model,
  after,
  view,
}: {
  model: MeetingModel;
  after: AfterMeetingModel;
  view: MeetingView;
}) {
  const id = useId();
  if (view.left.length === 0) return null;
  const all = allLeftAt(view.left);
  return (
    <Section head={i18n.t("wrapUp.left")} meta={all && <LeftWhere topic={all} />}>
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
              {!all && (
                <span class="meta">
                  <LeftWhere topic={topic} />
                </span>
              )}
            </label>
            <span class="end">
              {topic.now !== "discussed" && topic.now !== "parked" && (
                <button
                  type="button"
                  class="icon-btn sm"
                  aria-label={i18n.t("wrapUp.parkNamed", [topic.title])}
                  title={i18n.t("brief.park")}
                  onClick={() => void after.park(topic.id, true)}
                >
                  <Icon of={SquareParking} />
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
