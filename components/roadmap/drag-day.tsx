import type { ReadonlySignal } from "@preact/signals";
import type { Day } from "@/lib/domain/envelope.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { Dragging } from "./use-drag.ts";

/** The day under a milestone that is being dragged. */
export function DragDay({ dragging, today }: { dragging: ReadonlySignal<Dragging | null>; today: Day }) {
  const now = dragging.value;
  return (
    <output
      class="rm-drag"
      hidden={!now}
      style={now ? { "--x": String(now.x), "--top": `${now.top}px` } : {}}
    >
      {now && shortDay(now.on, today)}
    </output>
  );
}
