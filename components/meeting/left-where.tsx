import { i18n } from "#i18n";
import type { LeftTopic } from "@/lib/state/meeting-topics.ts";

/** Where a topic is that the two did not get to, with the way there. */
export function LeftWhere({ topic }: { topic: LeftTopic }) {
  const { meeting, now } = topic;
  if (!meeting) return <span class="meta">{i18n.t(`wrapUp.where.${now}`)}</span>;
  return (
    <a class="meta" href={`#/meetings/${encodeURIComponent(meeting.id)}?at=brief`}>
      {i18n.t(now === "discussed" ? "wrapUp.where.discussedIn" : "wrapUp.where.onAgendaOf", [meeting.title])}
    </a>
  );
}

/** One of the topics, where all of them are in the same place: that is said once then. */
export function allLeftAt(topics: readonly LeftTopic[]): LeftTopic | null {
  const [first, ...others] = topics;
  const same = others.every((each) => each.now === first?.now && each.meeting?.id === first.meeting?.id);
  return first && same ? first : null;
}
