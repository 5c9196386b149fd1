import { SquareParking, Undo2, X } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { ToldTopic } from "@/lib/state/meeting-topics.ts";
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
        {parked.map(({ id, title }) => (
          <li key={id} class="row">
            <Icon of={SquareParking} />
            <span class="main">{title}</span>
            <span class="end">
              <button
                type="button"
                class="icon-btn sm"
                aria-label={i18n.t("brief.parkedBack", [title])}
                title={i18n.t("brief.bringBack")}
                onClick={() => void brief.park(id, false)}
              >
                <Icon of={Undo2} flip />
              </button>
              <button
                type="button"
                class="icon-btn sm"
                aria-label={i18n.t("brief.removeNamed", [title])}
                title={i18n.t("common.remove")}
                onClick={() => void model.dropTopic(id)}
              >
                <Icon of={X} />
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
