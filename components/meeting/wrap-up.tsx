import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { dayOf } from "@/lib/domain/civil-time.ts";
import { heldMinutes } from "@/lib/domain/meeting-clock.ts";
import type { AfterMeetingModel } from "@/lib/state/after-meeting.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { WrapUpModel } from "@/lib/state/meeting-wrap-up.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { meetingPath } from "@/lib/state/paths.ts";
import { Accomplished } from "./accomplished.tsx";
import { KeptEntries } from "./kept-entries.tsx";
import { LeftTopics } from "./left-topics.tsx";
import { NextMeeting } from "./next-meeting.tsx";
import { NextSteps } from "./next-steps.tsx";
import { ParkedHere } from "./parked-here.tsx";
import { ThankYou } from "./thank-you.tsx";
import { UsefulScale } from "./useful-scale.tsx";
import { WrappedUp } from "./wrapped-up.tsx";

/** After the meeting: what was taken down becomes what both keep. */
export function WrapUp({
  model,
  wrapUp,
  after,
  view,
}: {
  model: MeetingModel;
  wrapUp: WrapUpModel;
  after: AfterMeetingModel;
  view: MeetingView;
}) {
  const { meeting } = view;
  useEffect(() => void wrapUp.read(), []);
  if (meeting.wrappedUpAt && !wrapUp.changing.value) {
    return <WrappedUp wrapUp={wrapUp} after={after} view={view} />;
  }
  const minutes = heldMinutes(meeting);
  // Taken down after the fact: there was no call to take notes in.
  const logged = Boolean(meeting.endedAt) && after.read.value && after.words.value === "";
  const intro = wrapUp.hasRead.value
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
        {logged && (
          <p class="soft">
            {i18n.t("wrapUp.logged")}{" "}
            <a href={`#${meetingPath(meeting.id, "notes")}`}>{i18n.t("wrapUp.openNotes")}</a>
          </p>
        )}
      </header>
      <div class="col">
        <NextSteps wrapUp={wrapUp} view={view} />
      </div>
      <div class="col">
        <KeptEntries wrapUp={wrapUp} />
        <Accomplished after={after} view={view} />
        <LeftTopics model={model} after={after} view={view} />
        <ParkedHere after={after} view={view} />
        <NextMeeting wrapUp={wrapUp} view={view} />
        <ThankYou after={after} view={view} />
        <Useful after={after} view={view} />
      </div>
    </div>
  );
}

function Useful({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  if (!view.meeting.endedAt) return null;
  const isToday = dayOf(view.meeting.endedAt, view.timeZone) === view.today;
  return (
    <UsefulScale
      head={i18n.t(isToday ? "wrapUp.useful" : "wrapUp.usefulThen")}
      useful={after.useful.value}
      onRate={(useful) => void after.rate(useful)}
    />
  );
}
