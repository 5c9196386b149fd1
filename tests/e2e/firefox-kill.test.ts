import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { FirefoxPage } from "@/tests/harness/firefox-page.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { inconsistenciesOf, wholeDatabase } from "@/tests/harness/whole-database.ts";

/** Firefox ends without a chance to save anything, in the middle of saving. */
let firefox: Firefox;

beforeAll(async () => {
  firefox = await launchFirefox();
  const workspace = await firefox.openWorkspace("/welcome?sample=1");
  await eventually(() => workspace.evaluate(() => location.hash === "#/today"), { what: "the sample" });
});

afterAll(() => firefox?.close());

/** Puts words into the capture line and presses Enter, faster than any hand. */
function capture(page: FirefoxPage, words: string): Promise<void> {
  return page.evaluate((text) => {
    const line = document.querySelector<HTMLInputElement>(".capture-in");
    if (!line) throw new Error("There is no capture line.");
    line.value = text;
    line.dispatchEvent(new Event("input", { bubbles: true }));
    line.form?.requestSubmit();
  }, words);
}

test("what was shown as saved is there after each of four kills, and the database adds up", async () => {
  const saved: string[] = [];
  for (const round of ["first", "second", "third", "fourth"]) {
    const page = await firefox.openWorkspace("/journal");
    await eventually(() => page.evaluate(() => document.querySelector(".capture-in") !== null), {
      what: "the capture line",
    });
    for (let n = 0; n < 5; n += 1) {
      const words = `Thought ${n} of the ${round} round`;
      await capture(page, words);
      await eventually(async () => (await page.evaluate(() => document.body.innerText)).includes(words), {
        what: `"${words}"`,
        intervalMs: 5,
      });
      saved.push(words);
    }
    await capture(page, `Cut off in the ${round} round`);
    await delay(Math.random() * 30);
    await firefox.kill();
    firefox = await firefox.relaunch();
    const all = await wholeDatabase(await firefox.control());
    const texts = (all["entries"] ?? []).map((row) => row["text"]);
    expect(saved.filter((words) => !texts.includes(words))).toEqual([]);
    expect(inconsistenciesOf(all)).toEqual([]);
  }
});
