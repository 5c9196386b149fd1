import { expect } from "vitest";
import { live } from "./reminder-year.ts";

/** More of them: `MILEPOST_SEEDS=20000 npm run vitest -- run reminder-stretches`. */
const seeds = Number(process.env["MILEPOST_SEEDS"] ?? 2_000);

/**
 * Lives every second seed from `first` on: some days each, begun anywhere in a year, in which more goes wrong than in a
 * year of anybody.
 * @throws naming the seed that failed
 */
export async function liveStretches(first: number): Promise<void> {
  let announced = 0;
  let lived = 0;
  for (let seed = first; seed <= seeds; seed += 2) {
    try {
      announced += (await live({ seed, days: 4, things: 8, aheadDays: 6, eventsPerDay: 2 })).announced;
      lived += 1;
    } catch (error) {
      throw new Error(`Seed ${seed}`, { cause: error });
    }
  }
  expect(announced).toBeGreaterThan(lived * 3);
}
