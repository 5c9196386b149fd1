import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { canForgeClock, forgeClock } from "@/tests/harness/clock.ts";
import { repositoryRoot, temporaryFolder } from "@/tests/harness/folders.ts";

/** What a program sees that runs on a forged clock. */

test.runIf(canForgeClock()).each([
  ["ahead", 11 * 86_400],
  ["behind", -11 * 86_400],
])(
  "who waits until a time of a clock that is days %s neither waits for days nor not at all",
  async (_, seconds) => {
    const folder = temporaryFolder("waits");
    onTestFinished(folder.remove);
    const program = join(folder.path, "waits");
    execFileSync("cc", ["-o", program, join(repositoryRoot, "tests/fixtures/clock-waits.c"), "-lpthread"]);
    const clock = forgeClock();
    onTestFinished(clock.remove);
    await clock.jump(seconds);
    const told = execFileSync(program, { env: clock.environment, timeout: 20_000, encoding: "utf8" });
    const waits = told
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
    expect(waits.map(([what]) => what)).toEqual(["wall", "monotonic", "semaphore"]);
    for (const [what, ms] of waits) {
      expect(Number(ms), what).toBeGreaterThanOrEqual(990);
      expect(Number(ms), what).toBeLessThan(5_000);
    }
  },
  30_000,
);
