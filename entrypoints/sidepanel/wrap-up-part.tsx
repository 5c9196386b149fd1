import { useMemo } from "preact/hooks";
import "@/components/styles/wrap-up.css";
import { WrapUp } from "@/components/meeting/wrap-up.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import { createAfterMeeting } from "@/lib/state/after-meeting.ts";
import { createWrapUp } from "@/lib/state/meeting-wrap-up.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import { useModelOf } from "./use-model.ts";

/** What comes after a meeting. Loaded apart: the panel opens before it, or beside it. */
export function WrapUpPart({ id, model }: { id: Id; model: MeetingModel }) {
  const wrapUp = useMemo(() => model.openWrapUp(createWrapUp), [model]);
  const after = useModelOf(() => createAfterMeeting(id, model, wrapUp), [id, model, wrapUp]);
  const view = model.view.value;
  return view ? <WrapUp model={model} wrapUp={wrapUp} after={after} view={view} /> : null;
}
