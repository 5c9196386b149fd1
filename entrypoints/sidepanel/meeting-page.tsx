import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { MeetingFooter } from "@/components/meeting/meeting-footer.tsx";
import { MeetingScreen } from "@/components/meeting/meeting-screen.tsx";
import { MeetingStops } from "@/components/meeting/meeting-stops.tsx";
import { Shell } from "@/components/shell/shell.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import { isNotHeld } from "@/lib/domain/meeting-status.ts";
import { createMeeting } from "@/lib/state/meeting.ts";
import { meetingPath, type MeetingStop } from "@/lib/state/paths.ts";
import type { ShellModel, ShellView } from "@/lib/state/shell.ts";
import { noteVisit } from "@/lib/state/visits.ts";
import { Later } from "./later.tsx";
import { useModelOf } from "./use-model.ts";
import { useFreshStart } from "./use-fresh-start.ts";
import { useTitle } from "./use-title.ts";

const loadOffers = async () => (await import("./call-offers.tsx")).CallOffers;
const loadWrapUp = async () => (await import("./wrap-up-part.tsx")).WrapUpPart;
const loadNotHeld = async () => (await import("./not-held-part.tsx")).NotHeldPart;
const loadBrief = async () => (await import("./brief-part.tsx")).BriefPart;

/** One meeting in the frame, with its three stops as tabs. Leaving it saves the last words of its notes. */
export function MeetingPage({
  shell,
  view,
  id,
  stop: wanted,
}: {
  shell: ShellModel;
  view: ShellView;
  id: Id;
  /** Without one, the stop that fits how far the meeting is. */
  stop: MeetingStop | null;
}) {
  const model = useModelOf(() => createMeeting(id), [id]);
  useEffect(() => {
    noteVisit(id);
    return () => noteVisit(id);
  }, [id]);
  const stop = wanted ?? model.defaultStop.value;
  const meeting = model.view.value?.meeting;
  const title = meeting?.title ?? i18n.t("nav.meetings");
  useTitle(title);
  useFreshStart(stop);
  const notHeld = meeting && isNotHeld(meeting.status) && <Later load={loadNotHeld} props={{ id, model }} />;
  return (
    <Shell
      model={shell}
      view={view}
      path={meetingPath(id, stop)}
      title={title}
      ownTitle
      mainClass="scroll"
      offers={!shell.inTab.value && <Later load={loadOffers} props={{ meetingId: id }} />}
      stops={meeting && <MeetingStops meetingId={id} stop={stop} />}
      footer={<MeetingFooter model={model} stop={stop} capture={shell.capture} />}
    >
      <MeetingScreen
        model={model}
        stop={stop}
        brief={<Later load={loadBrief} props={{ model, notHeld }} />}
        wrapUp={<Later load={loadWrapUp} props={{ id, model }} />}
        notHeld={notHeld}
      />
    </Shell>
  );
}
