import { SquareParking, Undo2 } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { AfterMeetingModel } from "@/lib/state/after-meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { Section } from "./section.tsx";

/** What the two parked of this meeting: no agenda asks for it until it is brought back. */
export function ParkedHere({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  if (view.parkedHere.length === 0) return null;
  return (
    <Section head={i18n.t("wrapUp.parked")} meta={i18n.t("brief.parkingHint")}>
      <ul class="list">
        {view.parkedHere.map(({ id, title }) => (
          <li key={id} class="row">
            <Icon of={SquareParking} />
            <span class="main">{title}</span>
            <button
              type="button"
              class="icon-btn sm"
              aria-label={i18n.t("brief.parkedBack", [title])}
              title={i18n.t("brief.bringBack")}
              onClick={() => void after.park(id, false)}
            >
              <Icon of={Undo2} flip />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
