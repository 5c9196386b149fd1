import { i18n } from "#i18n";
import type { AfterMeetingModel } from "@/lib/state/after-meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { ParkedRow } from "./parked-row.tsx";
import { Section } from "./section.tsx";

/** What the two parked of this meeting. */
export function ParkedHere({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  if (view.parkedHere.length === 0) return null;
  return (
    <Section head={i18n.t("wrapUp.parked")} meta={i18n.t("brief.parkingHint")}>
      <ul class="list">
        {view.parkedHere.map((topic) => (
          <ParkedRow key={topic.id} topic={topic} onBack={() => void after.park(topic.id, false)} />
        ))}
      </ul>
    </Section>
  );
}
