/** Chance that can be repeated: the same seed gives the same run. */
export type Chance = {
  /** From 0 up to, but not including, `below`. */
  nat: (below: number) => number;
  pick: <T>(values: readonly T[]) => T;
  /** True in one of `n`. */
  oneIn: (n: number) => boolean;
  shuffle: <T>(values: readonly T[]) => T[];
};

/** Source: mulberry32, public domain, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function seededChance(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const nat = (below: number): number => Math.floor(next() * below);
  return {
    nat,
    pick: (values) => {
      const value = values[nat(values.length)];
      if (value === undefined) throw new Error("There is nothing to pick from.");
      return value;
    },
    oneIn: (n) => nat(n) === 0,
    shuffle: (values) =>
      values
        .map((value) => ({ value, rank: next() }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
  };
}

/** As many hexadecimal digits, by chance that can be repeated. */
export function seededHex(chance: Chance): (digits: number) => string {
  return (digits) => Array.from({ length: digits }, () => chance.nat(16).toString(16)).join("");
}
