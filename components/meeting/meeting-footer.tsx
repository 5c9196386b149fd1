import { i18n } from "#i18n";
import { CaptureLine, type CaptureView } from "@/components/kit/capture-line.tsx";
import { isNotHeld } from "@/lib/domain/meeting-status.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingStop } from "@/lib/state/paths.ts";
import { CaptureBar } from "./capture-bar.tsx";
import { FinishBar } from "./finish-bar.tsx";

/** The bottom edge of each stop: a line to capture, kinds to take down by, or the end of the wrap-up. */
export function MeetingFooter({
  model,
  stop,
  capture,
}: {
  model: MeetingModel;
  stop: MeetingStop;
  /** The line of the app, for where the meeting has none of its own. */
  capture: CaptureView;
}) {
  const meeting = model.view.value?.meeting;
  const wrapUp = model.wrapUp.value;
  if (meeting && stop === "notes") return <CaptureBar capture={model.capture} />;
  if (
    meeting &&
    wrapUp &&
    stop === "wrap-up" &&
    !isNotHeld(meeting.status) &&
    (!meeting.wrappedUpAt || wrapUp.changing.value)
  ) {
    return <FinishBar wrapUp={wrapUp} />;
  }
  return <CaptureLine capture={capture} name={i18n.t("capture.name")} />;
}
