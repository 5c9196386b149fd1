import { i18n } from "#i18n";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { clockTime, nearDay, shortDay } from "@/lib/i18n/dates.ts";
import { remindPath } from "@/lib/state/paths.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";

/** Day, times and place of a meeting in one line: as it was held, else as it is planned. */
export function MeetingWhen({ view }: { view: MeetingView }) {
  const { meeting, timeZone, today } = view;
  const held = meeting.startedAt && meeting.endedAt;
  const from = held && meeting.startedAt ? meeting.startedAt : view.startsAt;
  const to = held && meeting.endedAt ? meeting.endedAt : view.endsAt;
  const on = dayOf(from, timeZone);
  const day =
    on === today
      ? i18n.t("meeting.today")
      : Math.abs(view.now - from) < 36 * 3_600_000
        ? nearDay(on, today)
        : shortDay(on, today);
  return (
    <p class="meta dots">
      <span>
        {day} <time>{i18n.t("meeting.from", [time(from, timeZone), time(to, timeZone)])}</time>
      </span>
      {meeting.status === "planned" && !meeting.startedAt && (
        <span>
          <a
            class="soft"
            href={`#${remindPath("meetings", meeting.id)}`}
            aria-label={i18n.t("reminders.set.name", [meeting.title])}
          >
            {i18n.t("reminders.set.title")}
          </a>
        </span>
      )}
      {view.platform && <span>{view.platform}</span>}
      <span>
        <a class="soft" href={`#/people/${encodeURIComponent(view.mentorship.partnerId)}`}>
          {view.partnerName}
        </a>
      </span>
    </p>
  );
}

function time(at: Instant, timeZone: string): string {
  return clockTime(timeOf(at, timeZone));
}
