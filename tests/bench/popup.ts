import { setTimeout as delay } from "node:timers/promises";
import { builtExtension } from "../harness/folders.ts";
import { throwawayExtension } from "../harness/throwaway-extension.ts";
import { eventually } from "../harness/wait.ts";
import { launchQuietChromium, type QuietChromium } from "./quiet-chromium.ts";
import { replaceDatabase, seededMentorship, seedRows } from "./seed.ts";
import { compare, type Comparison } from "./statistics.ts";

const sizes = [100, 10_000, 100_000];
const rounds = 20;
const warmUps = 3;
/** Longer than any popup here takes. Only then does the driver attach and read what the page itself has noted. */
const undisturbedMs = 800;

/** From the click on the toolbar button to the first painted content of the popup, beside an empty popup. */
export async function benchPopup(): Promise<readonly Comparison[]> {
  const empty = throwawayExtension(
    { action: { default_popup: "popup.html" } },
    { "popup.html": "<!doctype html><title>Empty</title><h1>Empty</h1>" },
  );
  const chromium = await launchQuietChromium([builtExtension("chrome"), empty.path]);
  const [oursId = "", emptyId = ""] = chromium.extensionIds;
  try {
    const tab = await chromium.openTab("data:text/html,<title>A page</title>");
    const measure = (id: string, text?: string): Promise<number> =>
      openAndClose(chromium, tab.targetId, id, text);
    // The app makes its tables when it first opens.
    await measure(oursId);

    const control = await chromium.openTab(`chrome-extension://${oursId}/manifest.json`);
    const results: Comparison[] = [];
    for (const size of sizes) {
      await replaceDatabase(control.evaluate, seedRows(size, Date.now()));
      await chromium.activate(tab.targetId);
      await measure(oursId, `Partner of ${seededMentorship}`);
      const ours: number[] = [];
      const base: number[] = [];
      for (let round = -warmUps; round < rounds; round++) {
        // In turns, and who comes first changes too: closing one popup may slow the next.
        const baseFirst = round % 2 === 0;
        if (baseFirst) base.push(await measure(emptyId));
        ours.push(await measure(oursId));
        if (!baseFirst) base.push(await measure(emptyId));
      }
      results.push(
        compare(`popup, ${size.toLocaleString("en")} records`, ours.slice(warmUps), base.slice(warmUps)),
      );
    }
    return results;
  } finally {
    await chromium.close();
    empty.remove();
  }
}

/**
 * Opens the popup of an extension by its button and closes it again; milliseconds until something was to be seen.
 * @throws when `text` is given and not in it: a popup that shows nothing is fast.
 */
async function openAndClose(
  chromium: QuietChromium,
  tabId: string,
  extensionId: string,
  text = "",
): Promise<number> {
  const url = `chrome-extension://${extensionId}/popup.html`;
  const clickedAt = performance.timeOrigin + performance.now();
  await chromium.clickToolbarButton(extensionId);
  await delay(undisturbedMs);
  const evaluate = await chromium.attach(url);
  if (!evaluate) throw new Error(`The popup ${url} did not open.`);
  const paintedAt = await eventually(() => evaluate(firstContentAt), {
    what: "the first content of the popup",
  });
  const shown = await evaluate(() => document.body.innerText);
  if (!shown.includes(text)) throw new Error(`The popup shows no “${text}”, but: ${shown}`);
  await chromium.activate(tabId);
  await eventually(async () => !(await chromium.attach(url)), { what: "the popup to close" });
  return paintedAt - clickedAt;
}

/** When the page first painted text or a picture, epoch milliseconds. Runs in it. */
function firstContentAt(): number | undefined {
  const [entry] = performance.getEntriesByName("first-contentful-paint");
  return entry && performance.timeOrigin + entry.startTime;
}
