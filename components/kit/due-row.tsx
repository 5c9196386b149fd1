import { useId } from "preact/hooks";
import type { DueItem } from "@/lib/domain/due.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import { DateMenu } from "./date-menu.tsx";

/** A due thing: tick it off, or put it off by its date. */
export function DueRow({
  item,
  detail,
  today,
  choices,
  onDone,
  onSnooze,
}: {
  item: DueItem;
  /** Where it belongs, where that is not plain. */
  detail?: string | undefined;
  today: Day;
  choices: readonly SnoozeChoice[];
  onDone: (item: DueItem) => void;
  onSnooze: (item: DueItem, choice: SnoozeChoice) => void;
}) {
  const id = useId();
  return (
    <li class="row">
      <input class="check" type="checkbox" id={id} onChange={() => onDone(item)} />
      <label class="main" for={id}>
        {item.title}
        {detail && <span class="meta">{detail}</span>}
      </label>
      <DateMenu
        title={item.title}
        dueOn={item.dueOn}
        today={today}
        choices={choices}
        onSnooze={(choice) => onSnooze(item, choice)}
      />
    </li>
  );
}
