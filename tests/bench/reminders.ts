import type { WxtBrowser } from "wxt/browser";
import { type Chromium, launchChromium } from "../harness/chromium.ts";
import { throwawayExtension } from "../harness/throwaway-extension.ts";
import { eventually } from "../harness/wait.ts";
import { benchLateNotice } from "./late-notice.ts";
import type { Evaluate } from "./quiet-chromium.ts";
import { replaceDatabase, seedRows } from "./seed.ts";
import { compare, type Comparison } from "./statistics.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

const sizes = [1_000, 100_000];
const rounds = 15;
const warmUps = 2;

/**
 * From a page's call to the background's answer, which comes when it has looked at all reminders: with the worker awake,
 * and with one that has to be started first. Beside an extension whose worker only answers. How often an idle hour wakes
 * it follows from its alarms, and is printed.
 */
export async function benchReminders(): Promise<readonly Comparison[]> {
  await benchLateNotice();
  const bare = throwawayExtension(
    { background: { service_worker: "background.js" } },
    {
      "background.js":
        "chrome.runtime.onMessage.addListener((_, from, answer) => { answer({ ok: true }); return false; });",
    },
  );
  const base = await launchChromium({ extension: bare.path });
  const ours = await launchChromium();
  try {
    await eventually(async () => (await ours.alarms()).length === 2, { what: "the alarms" });
    const page = await ours.control();
    // Puppeteer has types of its own for what is the same: a function that runs in the page.
    const evaluate = page.evaluate.bind(page) as unknown as Evaluate;
    const results: Comparison[] = [];
    for (const size of sizes) {
      await replaceDatabase(evaluate, seedRows(size, Date.now()));
      const records = `${size.toLocaleString("en")} records`;
      const awake = await inTurns(ours, base, false);
      results.push(compare(`reminders, ${records}`, awake.ours, awake.base));
      const cold = await inTurns(ours, base, true);
      results.push(compare(`reminders, cold start, ${records}`, cold.ours, cold.base));
    }
    const periods = (await ours.alarms()).map(({ periodInMinutes }) => periodInMinutes ?? 0);
    const perHour = periods.filter((minutes) => minutes > 0).reduce((sum, minutes) => sum + 60 / minutes, 0);
    console.log(`Wake-ups in an hour in which nothing comes due: ${perHour}`);
    return results;
  } finally {
    await ours.close();
    await base.close();
    bare.remove();
  }
}

async function inTurns(
  ours: Chromium,
  base: Chromium,
  cold: boolean,
): Promise<{ ours: number[]; base: number[] }> {
  const times = { ours: [] as number[], base: [] as number[] };
  for (let round = -warmUps; round < rounds; round += 1) {
    const [baseMs, oursMs] = [await answerMs(base, cold), await answerMs(ours, cold)];
    if (round < 0) continue;
    times.base.push(baseMs);
    times.ours.push(oursMs);
  }
  return times;
}

async function answerMs(chromium: Chromium, cold: boolean): Promise<number> {
  if (cold) await chromium.worker.kill();
  return (await chromium.control()).evaluate(async () => {
    const begin = performance.now();
    await chrome.runtime.sendMessage({ kind: "changed" });
    return performance.now() - begin;
  });
}
