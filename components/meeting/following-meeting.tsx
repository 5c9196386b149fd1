import { i18n } from "#i18n";
import { startOf } from "@/lib/domain/carry-over.ts";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import { clockTime, shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { Section } from "./section.tsx";

/** The meeting after this one, where there is one. */
export function FollowingMeeting({ view }: { view: MeetingView }) {
  const { following } = view;
  if (!following) return null;
  const at = startOf(following);
  const when = `${shortDay(dayOf(at, view.timeZone), view.today)} ${clockTime(timeOf(at, view.timeZone))}`;
  const stop = following.status === "held" ? "wrap-up" : "brief";
  return (
    <Section head={i18n.t("wrapUp.next")}>
      <p>
        <a href={`#/meetings/${encodeURIComponent(following.id)}?at=${stop}`}>{following.title}</a>
        <span class="meta"> {when}</span>
      </p>
    </Section>
  );
}
