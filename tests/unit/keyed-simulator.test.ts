import { expect, test } from "vitest";
import { type KeyedOutcome, runKeyed } from "@/tests/sync/keyed-world.ts";

/** `MILEPOST_SYNC_SEEDS=100000` runs a twentieth as many: real keys take their time. */
const seeds = Math.ceil(Number(process.env["MILEPOST_SYNC_SEEDS"] ?? 2000) / 20);

test(
  "writers come and go: of who is in nothing is lost, of who is out nothing more is read, and all who are in end alike",
  { timeout: 60_000 + seeds * 2_000 },
  async () => {
    const bad: string[] = [];
    const total: Record<string, number> = {};
    let next = 1;
    const runSome = async (): Promise<void> => {
      while (next <= seeds) {
        const seed = next;
        next += 1;
        const { bad: wrong, ...counts }: KeyedOutcome = await runKeyed(seed);
        if (wrong !== undefined) bad.push(`${seed}: ${wrong}`);
        for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
      }
    };
    // Several at once: most of the time each waits for its keys.
    await Promise.all(Array.from({ length: 8 }, runSome));
    expect(bad).toEqual([]);
    // All of it was met.
    for (const [name, count] of Object.entries(total)) expect(count, name).toBeGreaterThan(seeds / 20);
  },
);

test.each([
  [208, "a hole of a writer that was not heard of yet was forgotten"],
  [1579, "what was written with a key of two at once was read by some"],
  [1786, "of two keys at once, who got only one did not hear who is out by the other, and let them in anew"],
  [3779, "whose a writer is was said with a key of two at once, and heard by some"],
])("seed %i is well, with which %s", async (seed) => {
  // The ids of the keys are others each time, and on their order it depended.
  for (let time = 0; time < 8; time += 1) expect((await runKeyed(seed)).bad).toBeUndefined();
});
