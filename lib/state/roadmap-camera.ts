import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { Id } from "@/lib/domain/envelope.ts";
import { type LaneLayout, layoutLane } from "@/lib/domain/roadmap-layout.ts";
import { inside, type RangeKind, shownSpan, type Span, zoomed } from "@/lib/domain/roadmap-time.ts";
import type { RoadmapView } from "./roadmap.ts";

/** Tiles that the shown time is cut into: what comes into sight is drawn one tile a frame. */
const tilesShown = 4;
/** Tiles that are drawn beyond each edge. */
const tilesBeyond = 1;

export interface Tiles {
  first: number;
  last: number;
}

/** Pixels of a lane in which half a year has no room for its names. */
const narrowLane = 320;

/** Which part of the time is looked at and how near, and what is drawn for it. Knows pixels, but no page. */
export function createCamera(view: ReadonlySignal<RoadmapView | null | undefined>) {
  /** Pixels that the lanes have; 0 before the page was measured. */
  const width = signal(0);
  const range = signal<RangeKind | null>("half");
  /** The shown time, once it was moved or zoomed by hand or first drawn. */
  const span = signal<Span | null>(null);
  const drawn = signal<Tiles>({ first: 0, last: tilesShown });
  const whole = computed<Span>(() => view.value?.whole ?? { from: 0, days: 1 });
  const days = computed(() => span.value?.days ?? whole.value.days);
  /** Pixels of the whole time. */
  const length = computed(() => (width.value * whole.value.days) / days.value);
  const tileDays = computed(() => days.value / tilesShown);
  const layouts = computed<LaneLayout[]>(() => {
    const shown = view.value;
    if (!shown || width.value === 0) return [];
    return shown.lanes.map((lane) => layoutLane(lane, shown.whole, length.value));
  });
  const tileOf = (at: number): number => Math.floor(at / tileDays.peek());
  const visible = (): Tiles => {
    const { from, days: long } = span.peek() ?? whole.peek();
    return { first: tileOf(from), last: tileOf(from + long) };
  };
  /** Draws what is in sight, and what is near as far as it is drawn already. */
  const settle = (): void => {
    const { first, last } = visible();
    const now = drawn.peek();
    const apart = last < now.first - 1 || first > now.last + 1;
    const next = apart
      ? { first, last }
      : {
          first: Math.max(first - tilesBeyond, Math.min(first, now.first)),
          last: Math.min(last + tilesBeyond, Math.max(last, now.last)),
        };
    if (next.first !== now.first || next.last !== now.last) drawn.value = next;
  };
  const show = (next: Span): void => {
    span.value = inside(next, whole.peek());
    settle();
  };

  const chooseRange = (kind: RangeKind): void => {
    const shown = view.peek();
    range.value = kind;
    if (!shown) return;
    span.value = shownSpan(kind, shown.whole, shown.todayAt, shown.startsAt);
    drawn.value = visible();
  };
  // The first view once the page is measured, and again when another mentorship comes into focus.
  let of: Id | undefined;
  const stop = effect(() => {
    const shown = view.value;
    const room = width.value;
    if (!shown || room === 0 || shown.mentorship.id === of) return;
    const kind = of === undefined && room < narrowLane ? "quarter" : (range.peek() ?? "half");
    of = shown.mentorship.id;
    untracked(() => chooseRange(kind));
  });

  return {
    width,
    range,
    span,
    whole,
    days,
    length,
    layouts,
    drawn,
    tileDays,
    tileOf,
    chooseRange,
    /** The page was scrolled to a day. */
    scrolledTo(from: number): void {
      const now = span.peek();
      if (!now || Math.abs(now.from - from) < 1e-6) return;
      show({ from, days: now.days });
    },
    /** Draws one tile more where some are missing around what is in sight. @returns whether there may be others */
    drawMore(): boolean {
      const { first, last } = visible();
      const now = drawn.peek();
      if (now.last < last + tilesBeyond) drawn.value = { ...now, last: now.last + 1 };
      else if (now.first > first - tilesBeyond) drawn.value = { ...now, first: now.first - 1 };
      else return false;
      return true;
    },
    /** @param factor above 1 shows more time @param around the day that stays where it is */
    zoom(factor: number, around?: number): void {
      const now = span.peek();
      if (!now) return;
      range.value = null;
      span.value = zoomed(now, factor, around ?? now.from + now.days / 2, whole.peek());
      drawn.value = visible();
    },
    /** Brings a day into sight; it moves nothing where the day is well inside it already. */
    reveal(at: number, always = false): void {
      const now = span.peek();
      if (!now) return;
      const share = (at - now.from) / now.days;
      if (always || share < 0.04 || share > 0.96) show({ from: at - now.days * 0.45, days: now.days });
    },
    /** Moves the shown time on by a share of it. */
    pan(share: number): void {
      const now = span.peek();
      if (now) show({ from: now.from + share * now.days, days: now.days });
    },
    [Symbol.dispose](): void {
      stop();
    },
  };
}

export type CameraModel = ReturnType<typeof createCamera>;
