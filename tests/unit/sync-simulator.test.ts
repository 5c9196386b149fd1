import { expect, test } from "vitest";
import { isNoticed } from "@/tests/sync/mutate.ts";
import { mutants } from "@/tests/sync/mutants.ts";
import { simulate, weathers } from "@/tests/sync/simulate.ts";

/** `MILEPOST_SYNC_SEEDS=100000` runs as many. */
const seeds = Number(process.env["MILEPOST_SYNC_SEEDS"] ?? 2000);
const minutes = 60_000;

test(
  "whatever the store and the browsers do, all end alike and nothing that was acknowledged is lost",
  async () => {
    const names = Object.keys(weathers);
    for (const [index, weather] of names.entries()) {
      const count = Math.floor(seeds / names.length) + (index < seeds % names.length ? 1 : 0);
      const { bad, runs } = await simulate(weather, 1 + index * count, count, 5);
      expect(bad, `weather ${weather}`).toEqual([]);
      expect(runs).toBe(count);
    }
  },
  Math.max(10, seeds / 500) * minutes,
);

test.each(mutants)("it is noticed when $name", { timeout: 10 * minutes }, async (mutant) => {
  expect(await isNoticed(mutant, 1500)).toBe(true);
});
