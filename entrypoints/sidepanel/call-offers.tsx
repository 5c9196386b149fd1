import "@/components/styles/calls.css";
import { OfferCards } from "@/components/calls/offer-cards.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import { createCallsBeside } from "@/lib/state/calls-beside.ts";
import { useModelOf } from "./use-model.ts";

/** The offers for calls, above a page. Loaded apart. */
export function CallOffers({ meetingId }: { meetingId: Id | null }) {
  return <OfferCards model={useModelOf(createCallsBeside, [])} shownMeetingId={meetingId} />;
}
