import type { Id } from "./envelope.ts";
import { bundled } from "./roadmap-bundles.ts";
import { type LabelPlace, placeLabels, widestLabel } from "./roadmap-labels.ts";
import type { Lane, Mark, MarkState } from "./roadmap-picture.ts";
import { percentAt, type Span } from "./roadmap-time.ts";

/** Something on a lane that is drawn as one button: a milestone, or several that stand too close for one each. */
export interface Spot {
  /** Of the milestone, or of the first of the bundle. */
  id: Id;
  marks: readonly Mark[];
  state: MarkState;
  /** The number of its day. */
  at: number;
  /** Percent of the whole time. */
  x: number;
  /** How many stand on the same day before it: each is drawn a little further on. */
  nudge: number;
  label: LabelPlace;
}

export interface LaneLayout {
  lane: Lane;
  spots: readonly Spot[];
}

/** At this width of a letter nearly all of them fit; what is longer ends in an ellipsis. */
const letterPx = 6.3;
/** " 4 days past" is added to a late label. */
const lateLetters = 13;

/**
 * Places the milestones of a lane for a zoom. What is next or late gets its label before the others.
 * @param length of the whole time, pixels
 */
export function layoutLane(lane: Lane, whole: Span, length: number): LaneLayout {
  const pixels = (at: number): number => ((at - whole.from) / whole.days) * length;
  const bundles = bundled(lane.marks, ({ at }) => pixels(at));
  const places = placeLabels(
    bundles.map(({ items, at }) => ({
      at,
      wanted: items.length > 1 ? 0 : wantedPx(items[0]),
      first: items.some(({ state }) => state === "next" || state === "late"),
    })),
    length,
  );
  let before: { at: number; nudge: number } | undefined;
  const spots = bundles.flatMap(({ items }, index): Spot[] => {
    const [first] = items;
    const label = places[index];
    if (!first || !label) return [];
    const at = items.length === 1 ? first.at : (first.at + (items.at(-1)?.at ?? first.at)) / 2;
    const nudge: number = before?.at === at ? before.nudge + 1 : 0;
    before = { at, nudge };
    return [{ id: first.id, marks: items, state: stateOf(items), at, x: percentAt(at, whole), nudge, label }];
  });
  return { lane, spots };
}

function wantedPx(mark: Mark | undefined): number {
  const letters = (mark?.title.length ?? 0) + (mark?.state === "late" ? lateLetters : 0);
  const line = letters * letterPx + 4;
  // In two lines, with some room for where the words happen to break.
  return line <= widestLabel ? line : line / 2 + 24;
}

/** A bundle says what needs a look first. */
function stateOf(marks: readonly Mark[]): MarkState {
  const order: readonly MarkState[] = ["late", "next", "ahead", "done", "drop"];
  return order.find((state) => marks.some((mark) => mark.state === state)) ?? "ahead";
}
