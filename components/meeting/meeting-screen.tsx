import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingStop } from "@/lib/state/paths.ts";
import { stopPanelId } from "./meeting-stops.tsx";
import { Notes } from "./notes.tsx";

/** One meeting at one of its stops. Draws nothing until it is read, which takes a frame or two. */
export function MeetingScreen({
  model,
  stop,
  brief,
  wrapUp,
  notHeld,
}: {
  model: MeetingModel;
  stop: MeetingStop;
  /** The first stop, which is loaded apart. */
  brief: ComponentChildren;
  /** What comes after the meeting. */
  wrapUp: ComponentChildren;
  /** What became of it, where it was not held; that stands in the place of a wrap-up. */
  notHeld?: ComponentChildren;
}) {
  const panel = useKeepFocus<HTMLDivElement>();
  const view = model.view.value;
  if (view === undefined) return null;
  if (view === null) {
    return (
      <Empty title={i18n.t("meeting.unknown.title")} why={i18n.t("meeting.unknown.why")}>
        <a class="btn primary" href="#/meetings">
          {i18n.t("meeting.unknown.all")}
        </a>
      </Empty>
    );
  }
  return (
    <div
      ref={panel}
      tabIndex={-1}
      role="tabpanel"
      id={stopPanelId}
      aria-labelledby={`stop-${stop}`}
      class="stop-panel"
    >
      {stop === "brief" && brief}
      {stop === "notes" && <Notes model={model} view={view} />}
      {stop === "wrap-up" && (notHeld ? <div class="stop">{notHeld}</div> : wrapUp)}
    </div>
  );
}
