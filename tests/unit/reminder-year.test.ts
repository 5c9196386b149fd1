import { expect, test } from "vitest";
import { live } from "./reminder-year.ts";

/** So many years, one after the other: `MILEPOST_YEARS=20 npm run vitest -- run reminder-year`. */
const years = Number(process.env["MILEPOST_YEARS"] ?? 1);
const instants = 5_000;

test("a year of ten mentorships and five thousand due instants, each announced once", async () => {
  for (let seed = 1; seed <= years; seed += 1) {
    const life = { seed, days: 365, things: instants, aheadDays: 10, eventsPerDay: 0.5 };
    const begin = performance.now();
    const lived = await live(life).catch((error: unknown) => {
      throw new Error(`Seed ${seed}`, { cause: error });
    });
    const seconds = ((performance.now() - begin) / 1000).toFixed(0);
    if (years > 1) console.log(`Seed ${seed}, ${seconds} s: ${JSON.stringify(lived)}`);
    expect(lived.came).toBeGreaterThan(instants);
    // What was done, edited or over before it could be said is not announced; the rest is.
    expect(lived.announced).toBeGreaterThan(0.8 * lived.came);
    expect(lived.late).toBeGreaterThan(0);
  }
}, 36_000_000);
