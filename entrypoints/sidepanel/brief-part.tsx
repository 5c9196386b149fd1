import "@/components/styles/brief.css";
import type { ComponentChildren } from "preact";
import { Brief } from "@/components/meeting/brief.tsx";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import { createBrief } from "@/lib/state/brief.ts";
import { Later } from "./later.tsx";
import { useModelOf } from "./use-model.ts";

const loadKickoff = async () => (await import("./stage-parts.tsx")).KickoffPart;

/** The first stop of a meeting. Loaded apart: beside a call the notes are what opens. */
export function BriefPart({
  model,
  notHeld,
}: {
  model: MeetingModel;
  /** What became of a meeting that was not held. */
  notHeld?: ComponentChildren;
}) {
  const view = model.view.value;
  const id = view?.meeting.id ?? "";
  const brief = useModelOf(() => createBrief(id, model.view), [id]);
  if (!view) return null;
  return (
    <Brief
      model={model}
      view={view}
      brief={brief}
      notHeld={notHeld}
      kickoff={
        view.meeting.kind === "kickoff" && (
          <Later load={loadKickoff} props={{ mentorshipId: view.meeting.mentorshipId }} />
        )
      }
    />
  );
}
