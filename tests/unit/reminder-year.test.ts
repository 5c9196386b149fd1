import { expect, test } from "vitest";
import { live } from "./reminder-year.ts";

/** So many years of five thousand instants, some minutes each: `MILEPOST_YEARS=5 npm run vitest -- run reminder-year`. */
const fullYears = Number(process.env["MILEPOST_YEARS"] ?? 0);

test("a year of ten mentorships and all that comes due in it, each announced once", async () => {
  const instants = fullYears > 0 ? 5_000 : 400;
  for (let seed = 1; seed <= Math.max(1, fullYears); seed += 1) {
    const { announced, late } = await live({ seed, days: 365, instants, eventsPerDay: 0.5, tidy: true });
    // What was done, edited or over before it could be said is not announced; the rest is.
    expect(announced).toBeGreaterThan(instants / 2);
    expect(late).toBeGreaterThan(0);
  }
}, 3_600_000);
