import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { heldMinutes } from "@/lib/domain/meeting-clock.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { KeptEntries } from "./kept-entries.tsx";
import { LeftTopics } from "./left-topics.tsx";
import { NextMeeting } from "./next-meeting.tsx";
import { NextSteps } from "./next-steps.tsx";
import { WrappedUp } from "./wrapped-up.tsx";

/** After the meeting: what was taken down becomes what both keep. */
export function WrapUp({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const { meeting } = view;
  useEffect(() => void model.wrapUp.read(), []);
  if (meeting.wrappedUpAt && !model.wrapUp.changing.value) return <WrappedUp model={model} view={view} />;
  const minutes = heldMinutes(meeting);
  const intro = model.wrapUp.hasRead.value
    ? "wrapUp.introRead"
    : !meeting.endedAt
      ? "wrapUp.early"
      : view.captures.length > 0
        ? "wrapUp.intro"
        : "wrapUp.introEmpty";
  return (
    <div class="stop wrap-up">
      <header class="meet stop-head">
        <div class="line">
          <h2 class="title">{meeting.title}</h2>
          {minutes !== null && (
            <span class="meta nowrap">{i18n.t("meeting.minutes", [String(minutes)])}</span>
          )}
        </div>
        <p class="soft">{i18n.t(intro)}</p>
      </header>
      <div class="col">
        <NextSteps model={model} view={view} />
      </div>
      <div class="col">
        <KeptEntries wrapUp={model.wrapUp} />
        <LeftTopics model={model} view={view} />
        <NextMeeting model={model} view={view} />
      </div>
    </div>
  );
}
