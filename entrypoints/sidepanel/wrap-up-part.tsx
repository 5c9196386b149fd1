import "@/components/styles/wrap-up.css";
import { WrapUp } from "@/components/meeting/wrap-up.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import { createAfterMeeting } from "@/lib/state/after-meeting.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import { useModelOf } from "./use-model.ts";

/** What comes after a meeting. Loaded apart: the panel opens before it, or beside it. */
export function WrapUpPart({ id, model }: { id: Id; model: MeetingModel }) {
  const after = useModelOf(() => createAfterMeeting(id, model), [id, model]);
  const view = model.view.value;
  return view ? <WrapUp model={model} after={after} view={view} /> : null;
}
