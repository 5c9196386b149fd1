import { type Chromium, launchChromium } from "../harness/chromium.ts";
import { forgeClock } from "../harness/clock.ts";
import { eventually } from "../harness/wait.ts";
import { promiseRow, putRows, remindingBuild, shownNotices, wakeBackground } from "../e2e/reminding.ts";
import { quantile } from "./statistics.ts";

const rounds = 5;
const items = 12;
const threeDays = 3 * 86_400;

/**
 * A browser that was closed over three days in which twelve things came due: from its start to the one notice that says
 * so, which should be less than five seconds. Printed, since there is nothing to compare it with.
 */
export async function benchLateNotice(): Promise<void> {
  const clock = forgeClock();
  const build = remindingBuild();
  await clock.jumpTo(Date.parse("2026-12-07T09:00:00Z"));
  const options = { extension: build.path, packedAs: "1.0.0", clock, timeZone: "Europe/Berlin" };
  let chromium: Chromium = await launchChromium(options);
  try {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const on = new Date(clock.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      const rows = Array.from({ length: items }, (_, n) => promiseRow(`c${n}`, on));
      await putRows(await chromium.control(), "commitments", rows);
      await wakeBackground(chromium);
      await chromium.quit();
      await clock.jump(threeDays);
      const begin = performance.now();
      chromium = await chromium.relaunch();
      const again = chromium;
      await eventually(async () => (await shownNotices(again)).length === 1, {
        what: "the notice",
        timeoutMs: 30_000,
        intervalMs: 20,
      });
      times.push(performance.now() - begin);
    }
    const [median, slowest] = [0.5, 1].map((share) => Math.round(quantile(times, share)));
    console.log(
      `${items} things due in three closed days: one notice ${median} ms after the start of the browser (slowest of ${rounds}: ${slowest} ms)`,
    );
  } finally {
    await chromium.close();
    clock.remove();
    build.remove();
  }
}
