import { X } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { ToldTopic } from "@/lib/state/meeting-topics.ts";
import { ParkedRow } from "./parked-row.tsx";
import { Section } from "./section.tsx";

/** Topics that no meeting asks for until they are brought back. */
export function ParkingLot({
  brief,
  model,
  parked,
}: {
  brief: BriefModel;
  model: MeetingModel;
  parked: readonly ToldTopic[];
}) {
  if (parked.length === 0) return null;
  return (
    <Section head={i18n.t("brief.parkingLot")} meta={i18n.t("brief.parkingHint")}>
      <ul class="list">
        {parked.map((topic) => (
          <ParkedRow key={topic.id} topic={topic} onBack={() => void brief.park(topic.id, false)}>
            <button
              type="button"
              class="icon-btn sm"
              aria-label={i18n.t("brief.removeNamed", [topic.title])}
              title={i18n.t("common.remove")}
              onClick={() => void model.dropTopic(topic.id)}
            >
              <Icon of={X} />
            </button>
          </ParkedRow>
        ))}
      </ul>
    </Section>
  );
}
