/** A milestone on its lane, in order along it. */
export interface LabelWish {
  /** Pixels from the start of the lane. */
  at: number;
  /** What its words need on one line, pixels. */
  wanted: number;
  /** It gets its place before the others: what is next, late or chosen. */
  first: boolean;
}

/** Where a label stands, and how wide it may be; `width` is `null` where there is no room: it shows on focus then. */
export interface LabelPlace {
  up: boolean;
  width: number | null;
}

/** 5 rem and 9 rem. */
export const narrowestLabel = 80;
export const widestLabel = 144;
const gap = 6;

/**
 * Puts the labels of a lane above and below in turn. Each is centred on its milestone and gets the free width up to its
 * neighbour on the same side; two never overlap. The result is in the order of `wishes`, which is that of `at`.
 * @param length of the lane, pixels: no label reaches beyond its ends
 */
export function placeLabels(wishes: readonly LabelWish[], length: number): LabelPlace[] {
  const sides = sidesOf(wishes, length);
  const places: LabelPlace[] = wishes.map((_, index) => ({ up: sides[index] === 1, width: null }));
  for (const side of [0, 1] as const) {
    const shown = wishes.flatMap((wish, index) => (sides[index] === side ? [{ wish, index }] : []));
    for (const [place, { wish, index }] of shown.entries()) {
      const width = Math.min(
        capped(wish),
        roomAtEnds(wish.at, length),
        shareWith(wish, shown[place - 1]?.wish),
        shareWith(wish, shown[place + 1]?.wish),
      );
      places[index] = { up: side === 1, width: Math.floor(width) };
    }
  }
  // Without a place it hangs below; above, it would lie on the words of its phase.
  return places.map((place) => (place.width === null ? { up: false, width: null } : place));
}

/** For each label the side it gets: 0 below, 1 above, `null` for none. */
function sidesOf(wishes: readonly LabelWish[], length: number): (0 | 1 | null)[] {
  const sides: (0 | 1 | null)[] = wishes.map(() => null);
  const taken: [number[], number[]] = [[], []];
  const fits = (at: number, side: 0 | 1): boolean =>
    roomAtEnds(at, length) >= narrowestLabel &&
    taken[side].every((other) => Math.abs(other - at) >= narrowestLabel + gap);
  const take = (index: number, at: number, side: 0 | 1): void => {
    sides[index] = side;
    taken[side].push(at);
  };
  for (const [index, { at, first }] of wishes.entries()) {
    if (!first) continue;
    if (fits(at, 0)) take(index, at, 0);
    else if (fits(at, 1)) take(index, at, 1);
  }
  // From here on only the last one of a side and the next that is set can be near.
  const set: [number[], number[]] = [taken[0].toSorted((a, b) => a - b), taken[1].toSorted((a, b) => a - b)];
  const ahead: [number, number] = [0, 0];
  const last: [number, number] = [-Infinity, -Infinity];
  const free = (at: number, side: 0 | 1): boolean => {
    const own = set[side];
    while ((own[ahead[side]] ?? Infinity) <= at) {
      last[side] = Math.max(last[side], own[ahead[side]] ?? -Infinity);
      ahead[side] += 1;
    }
    const next = own[ahead[side]] ?? Infinity;
    return (
      roomAtEnds(at, length) >= narrowestLabel &&
      at - last[side] >= narrowestLabel + gap &&
      next - at >= narrowestLabel + gap
    );
  };
  let up = true;
  for (const [index, { at }] of wishes.entries()) {
    const own = sides[index];
    if (own !== null && own !== undefined) {
      last[own] = Math.max(last[own], at);
      up = own === 0;
      continue;
    }
    const order: (0 | 1)[] = up ? [1, 0] : [0, 1];
    const side = order.find((each) => free(at, each));
    if (side === undefined) continue;
    sides[index] = side;
    last[side] = at;
    up = side === 0;
  }
  return sides;
}

function capped({ wanted }: LabelWish): number {
  return Math.min(widestLabel, Math.max(narrowestLabel, wanted));
}

function roomAtEnds(at: number, length: number): number {
  return 2 * Math.min(at, length - at);
}

/** Half the way to a neighbour, and what the neighbour does not need of its half. */
function shareWith(wish: LabelWish, neighbour: LabelWish | undefined): number {
  if (!neighbour) return Infinity;
  const between = Math.abs(neighbour.at - wish.at) - gap;
  return Math.max(between, 2 * between - capped(neighbour));
}
