import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { MeetingFooter } from "@/components/meeting/meeting-footer.tsx";
import { MeetingScreen } from "@/components/meeting/meeting-screen.tsx";
import { MeetingStops } from "@/components/meeting/meeting-stops.tsx";
import { Shell } from "@/components/shell/shell.tsx";
import { createMeeting } from "@/lib/state/meeting.ts";
import { meetingPath, type Route } from "@/lib/state/route.ts";
import type { ShellModel, ShellView } from "@/lib/state/shell.ts";
import { useModelOf } from "./use-model.ts";

/** One meeting in the frame, with its three stops as tabs. Leaving it saves the last words of its notes. */
export function MeetingPage({
  shell,
  view,
  at,
}: {
  shell: ShellModel;
  view: ShellView;
  at: Extract<Route, { page: "meeting" }>;
}) {
  const model = useModelOf(() => createMeeting(at.id), [at.id]);
  const stop = at.stop ?? model.defaultStop.value;
  const meeting = model.view.value?.meeting;
  const title = meeting?.title ?? i18n.t("nav.meetings");
  useEffect(() => {
    document.title = `${title} · ${i18n.t("common.milepost")}`;
  }, [title]);
  return (
    <Shell
      model={shell}
      view={view}
      path={meetingPath(at.id, stop)}
      title={i18n.t("nav.meetings")}
      ownTitle
      mainClass="scroll"
      stops={meeting && <MeetingStops meetingId={at.id} stop={stop} />}
      footer={<MeetingFooter model={model} stop={stop} capture={shell.capture} />}
    >
      <MeetingScreen model={model} stop={stop} />
    </Shell>
  );
}
