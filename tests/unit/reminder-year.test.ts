import { expect, test } from "vitest";
import { live } from "./reminder-year.ts";

/** More of them: `MILEPOST_SEEDS=20000 npm run vitest -- run reminder-year`. */
const seeds = Number(process.env["MILEPOST_SEEDS"] ?? 2_000);

test("whatever happens to the browser, each thing is announced once, none early, none lost, none too many", async () => {
  let announced = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    try {
      announced += (await live({ seed, days: 12, instants: 10, eventsPerDay: 0.8 })).announced;
    } catch (error) {
      throw new Error(`Seed ${seed}`, { cause: error });
    }
  }
  expect(announced).toBeGreaterThan(seeds * 5);
}, 600_000);
