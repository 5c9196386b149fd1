import "@/components/styles/stage.css";
import { KickoffSection } from "@/components/stage/kickoff-section.tsx";
import { WorthALook } from "@/components/stage/worth-a-look.tsx";
import { CodeReminder } from "@/components/sync/code-reminder.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import { createCodeReminder } from "@/lib/state/code-reminder.ts";
import { createKickoffList } from "@/lib/state/kickoff-list.ts";
import { createStages } from "@/lib/state/stages.ts";
import { useModelOf } from "./use-model.ts";

/** The one thing that is most worth a look, beside the day. Loaded apart. */
export function TodayHint() {
  const model = useModelOf(createStages, []);
  const view = model.view.value;
  return (
    <>
      <CodeReminder model={useModelOf(createCodeReminder, [])} />
      {view && <WorthALook model={model} view={view} most={1} />}
    </>
  );
}

/** What a kickoff goes through, in its brief. Loaded apart. */
export function KickoffPart({ mentorshipId }: { mentorshipId: Id }) {
  return <KickoffSection model={useModelOf(() => createKickoffList(mentorshipId), [mentorshipId])} />;
}
