import { CallCard } from "@/components/calls/call-card.tsx";
import type { PopupCallsModel } from "@/lib/state/popup-calls.ts";

/** The call in the tab under the popup, and what waits of others. */
export function CallCards({ calls }: { calls: PopupCallsModel }) {
  const { model } = calls;
  const here = calls.here.value;
  const now = model.minute.value;
  return (
    <>
      {here && <CallCard key={here.call.tabId} model={model} view={here} now={now} />}
      {calls.elsewhere.value.map((view) => (
        <CallCard key={`${view.call.tabId} ${view.call.sinceAt}`} model={model} view={view} now={now} />
      ))}
    </>
  );
}
