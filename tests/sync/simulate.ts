import { parseArgs } from "node:util";
import type { MakeSubject } from "./subject.ts";
import { allFaults, type Faults, type Outcome, run, someFaults } from "./world.ts";

/** Faults by name, from those of every day to those that happen once. */
export const weathers: Readonly<Record<string, Faults>> = {
  some: someFaults,
  rollback: { ...someFaults, storeRollback: true },
  all: allFaults,
};

export interface Tally extends Omit<Outcome, "bad"> {
  runs: number;
  /** `SEED: what went wrong`. */
  bad: string[];
}

/** As many runs, one after the other, from a seed on. @param stopAfter bad ones */
export async function simulate(
  weather: string,
  from: number,
  count: number,
  stopAfter = Infinity,
  makeSubject?: MakeSubject,
): Promise<Tally> {
  const faults = weathers[weather];
  if (!faults) throw new Error(`There is no weather called ${weather}.`);
  const tally: Tally = { runs: 0, bad: [], crashes: 0, storeFaults: 0, renamed: 0, healed: 0, snapshots: 0 };
  for (let seed = from; seed < from + count && tally.bad.length < stopAfter; seed += 1) {
    const { bad, ...counts } = await run(seed, faults, makeSubject);
    tally.runs += 1;
    if (bad !== undefined) tally.bad.push(`${seed}: ${bad}`);
    for (const [name, value] of Object.entries(counts)) tally[name as keyof typeof counts] += value;
  }
  return tally;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      weather: { type: "string", default: "all" },
      from: { type: "string", default: "1" },
      seeds: { type: "string", default: "2000" },
      stop: { type: "string" },
    },
  });
  const stop = values.stop === undefined ? Infinity : Number(values.stop);
  const tally = await simulate(values.weather, Number(values.from), Number(values.seeds), stop);
  console.log(JSON.stringify({ ...tally, bad: tally.bad.length }));
  for (const each of tally.bad.slice(0, 5)) console.log(each);
  process.exitCode = tally.bad.length > 0 ? 1 : 0;
}
