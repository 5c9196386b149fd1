/** The middle and the slow end of measured times, milliseconds. */
export type Summary = { medianMs: number; p95Ms: number };

/** @throws when nothing was measured. */
export function summarize(timesMs: readonly number[]): Summary {
  return { medianMs: toTenths(quantile(timesMs, 0.5)), p95Ms: toTenths(quantile(timesMs, 0.95)) };
}

/** The value below which a share of all values lies, between neighbours in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new Error("Nothing was measured.");
  return below + (above - below) * (position - Math.floor(position));
}

/** Finer than a tenth of a millisecond, everything here is noise. */
function toTenths(ms: number): number {
  return Number(ms.toFixed(1));
}

/** One row of a benchmark: something of ours beside the least that could do it, measured in turns in the same run. */
export type Comparison = {
  name: string;
  ours: Summary;
  base: Summary;
  ratio: number;
  samples: number;
  peakMb?: Peak;
};

/** The most memory that the page's process held meanwhile, millions of bytes; only where the system tells. */
export type Peak = { ours: number; base: number };

export function compare(name: string, oursMs: readonly number[], baseMs: readonly number[]): Comparison {
  const ours = summarize(oursMs);
  const base = summarize(baseMs);
  return {
    name,
    ours,
    base,
    ratio: Number((ours.medianMs / base.medianMs).toFixed(2)),
    samples: oursMs.length,
  };
}
