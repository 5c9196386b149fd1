import "@/components/styles/wrap-up.css";
import { NotHeld } from "@/components/meeting/not-held.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import { createNotHeld } from "@/lib/state/not-held.ts";
import { useModelOf } from "./use-model.ts";

/** What became of a meeting that was not held. Loaded apart: most are. */
export function NotHeldPart({ id, model }: { id: Id; model: MeetingModel }) {
  const notHeld = useModelOf(() => createNotHeld(id, model), [id, model]);
  const view = model.view.value;
  return view ? <NotHeld model={notHeld} view={view} /> : null;
}
