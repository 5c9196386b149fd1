import type { CallsModel } from "@/lib/state/calls.ts";
import { CallCard } from "./call-card.tsx";

/**
 * What is offered for calls, above the page. Nothing is opened by itself, and what is written below stays where it is.
 * @param shownMeetingId the meeting whose notes stand below: they need not be offered
 */
export function OfferCards({ model, shownMeetingId }: { model: CallsModel; shownMeetingId: string | null }) {
  const offers = model.offers.value.filter(
    ({ kind, meeting }) => kind !== "notes" || meeting?.id !== shownMeetingId,
  );
  if (offers.length === 0) return null;
  return (
    <div class="call-cards" role="status">
      {offers.map((view) => (
        <CallCard
          key={`${view.call.tabId} ${view.call.sinceAt} ${view.kind}`}
          model={model}
          view={view}
          now={model.minute.value}
        />
      ))}
    </div>
  );
}
