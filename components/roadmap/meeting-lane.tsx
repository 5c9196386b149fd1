import { i18n } from "#i18n";
import { percentAt, type Span } from "@/lib/domain/roadmap-time.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";
import type { MeetingDot, RoadmapView } from "@/lib/state/roadmap.ts";

/** The meetings as dots: filled where held, a ring where planned, larger for reviews. */
export function MeetingLane({
  view,
  whole,
  camera,
}: {
  view: RoadmapView;
  whole: Span;
  camera: CameraModel;
}) {
  const { first, last } = camera.drawn.value;
  const shown = view.meetings.filter(({ at }) => {
    const tile = camera.tileOf(at);
    return tile >= first && tile <= last;
  });
  return (
    <div class="rm-row rm-meet">
      <a class="name" href="#/meetings" tabIndex={-1}>
        {i18n.t("roadmap.meetings")}
      </a>
      <div class="lane" role="img" aria-label={words(view.meetings, view.today)}>
        {shown.map((meeting) => (
          <i
            key={meeting.id}
            class={dotClass(meeting)}
            style={{ "--x": String(percentAt(meeting.at, whole)) }}
          />
        ))}
      </div>
    </div>
  );
}

function dotClass({ held, review }: MeetingDot): string {
  return ["at dot", !held && "ring", review && "review"].filter(Boolean).join(" ");
}

function words(meetings: readonly MeetingDot[], today: string): string {
  const ahead = meetings.filter(({ held }) => !held);
  const held = i18n.t("roadmap.meetingsHeld", meetings.length - ahead.length);
  const [next] = ahead;
  if (!next) return i18n.t("roadmap.meetingsNone", [held]);
  const planned = i18n.t("roadmap.meetingsAhead", ahead.length);
  return i18n.t("roadmap.meetingsNext", [held, planned, shortDay(next.on, today)]);
}
