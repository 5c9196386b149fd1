/** Something of a lane that can have the focus. */
export interface Stop {
  id: string;
  at: number;
}

export type Step = "next" | "previous" | "up" | "down" | "first" | "last";

/**
 * Where the focus goes: along a lane, to its ends, or to the nearest one in the next lane that has any.
 * @returns `null` where there is nothing further that way
 */
export function stepFrom(lanes: readonly (readonly Stop[])[], id: string | null, step: Step): Stop | null {
  const lane = lanes.findIndex((stops) => stops.some((stop) => stop.id === id));
  const stops = lanes[lane];
  if (!stops) return lanes.flat()[0] ?? null;
  const place = stops.findIndex((stop) => stop.id === id);
  const here = stops[place];
  switch (step) {
    case "next":
      return stops[place + 1] ?? null;
    case "previous":
      return stops[place - 1] ?? null;
    case "first":
      return stops[0] ?? null;
    case "last":
      return stops.at(-1) ?? null;
    case "up":
    case "down": {
      const others = step === "up" ? lanes.slice(0, lane).toReversed() : lanes.slice(lane + 1);
      const other = others.find((each) => each.length > 0);
      return other && here ? nearest(other, here.at) : null;
    }
  }
}

/** The stop that stands nearest to a day; the earlier one of two. */
export function nearest(stops: readonly Stop[], at: number): Stop | null {
  return stops.reduce<Stop | null>(
    (best, stop) => (!best || Math.abs(stop.at - at) < Math.abs(best.at - at) ? stop : best),
    null,
  );
}
