import { type ReadonlySignal, useComputed } from "@preact/signals";
import { Blaze } from "@/components/kit/blaze.tsx";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Spot } from "@/lib/domain/roadmap-layout.ts";
import { spotName, spotTag } from "./words.ts";

/** A milestone on its trail: a diamond with its words. What is done with it is heard by the picture around it. */
export function SpotButton({
  spot,
  today,
  tabStop,
  selectedId,
}: {
  spot: Spot;
  today: Day;
  /** The one of the picture that the Tab key stops at. */
  tabStop: ReadonlySignal<Id | null>;
  selectedId: ReadonlySignal<Id | null>;
}) {
  const tabIndex = useComputed(() => (tabStop.value === spot.id ? 0 : -1));
  const pressed = useComputed(() =>
    spot.marks.some(({ id }) => id === selectedId.value) ? ("true" as const) : ("false" as const),
  );
  const { up, width } = spot.label;
  const many = spot.marks.length > 1;
  const classes = ["ms", up && "up", width === null && "quiet", many && "many"].filter(Boolean).join(" ");
  const style = {
    "--x": String(spot.x),
    ...(width === null ? {} : { "--w": `${width}px` }),
    ...(spot.nudge > 0 ? { "--nudge": String(spot.nudge) } : {}),
  };
  return (
    <button
      type="button"
      class={classes}
      style={style}
      tabIndex={tabIndex}
      data-id={spot.id}
      aria-label={spotName(spot, today)}
      aria-pressed={pressed}
    >
      <Blaze state={spot.state} />
      <span class={spot.state === "late" ? "tag late" : spot.state === "next" ? "tag strong" : "tag"}>
        {spotTag(spot)}
      </span>
    </button>
  );
}
