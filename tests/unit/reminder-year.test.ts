import { expect, test } from "vitest";
import { live } from "./reminder-year.ts";

/** More of them: `MILEPOST_YEARS=20 npm run vitest -- run reminder-year`. */
const years = Number(process.env["MILEPOST_YEARS"] ?? 1);

test("a year of ten mentorships and five thousand things that come due, each announced once", async () => {
  for (let seed = 1; seed <= years; seed += 1) {
    const { announced, late } = await live({ seed, days: 365, instants: 5_000, eventsPerDay: 2, tidy: true });
    // What was done, edited or over before it could be said is not announced; the rest is.
    expect(announced).toBeGreaterThan(3_500);
    expect(late).toBeGreaterThan(10);
  }
}, 900_000);
