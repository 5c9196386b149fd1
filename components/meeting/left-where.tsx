import { i18n } from "#i18n";
import { startOf } from "@/lib/domain/carry-over.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { LeftTopic, MeetingView } from "@/lib/state/meeting-view.ts";

/** Where a topic is that the two did not get to, with the way there. */
export function LeftWhere({ topic, view }: { topic: LeftTopic; view: MeetingView }) {
  const { meeting, now } = topic;
  if (!meeting) return <span class="meta">{i18n.t(`wrapUp.where.${now}`)}</span>;
  const on = shortDay(dayOf(startOf(meeting), view.timeZone), view.today);
  return (
    <a class="meta" href={`#/meetings/${encodeURIComponent(meeting.id)}?at=brief`}>
      {i18n.t(now === "discussed" ? "wrapUp.where.discussedIn" : "wrapUp.where.onAgendaOf", [
        meeting.title,
        on,
      ])}
    </a>
  );
}

/** One of the topics, where all of them are in the same place: that is said once then. */
export function allLeftAt(topics: readonly LeftTopic[]): LeftTopic | null {
  const [first, ...others] = topics;
  const same = others.every((each) => each.now === first?.now && each.meeting?.id === first.meeting?.id);
  return first && same ? first : null;
}
