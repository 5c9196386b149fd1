import { useId } from "preact/hooks";
import type { Day } from "@/lib/domain/envelope.ts";
import type { ActionItem, ActionsModel } from "@/lib/state/actions.ts";
import { ActionRow } from "./action-row.tsx";

/** One group of promises with its heading; nothing at all where there are none. */
export function ActionList({
  heading,
  hint,
  items,
  today,
  partnerName,
  model,
}: {
  heading: string;
  hint?: string;
  items: readonly ActionItem[];
  today: Day;
  partnerName: string;
  model: ActionsModel;
}) {
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section class="sec" aria-labelledby={id}>
      <div class="sec-head">
        <h2 class="head" id={id}>
          {heading}
        </h2>
        <span class="meta num">{items.length}</span>
      </div>
      {hint && <p class="hint">{hint}</p>}
      <ul class="list">
        {items.map((item) => (
          <ActionRow
            key={item.commitment.id}
            item={item}
            today={today}
            partnerName={partnerName}
            model={model}
          />
        ))}
      </ul>
    </section>
  );
}
