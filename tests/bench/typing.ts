import type { Page } from "puppeteer-core";
import { launchChromium } from "../harness/chromium.ts";
import { evaluate } from "../harness/chromium-worker.ts";
import { replaceDatabase, seededMeeting, seedRows } from "./seed.ts";
import { compare, type Comparison } from "./statistics.ts";

const texts = [
  { name: "short note", text: "- Agenda\n" },
  { name: "note of 50,000 characters", text: "- Something that was said, at some length\n".repeat(1190) },
  { name: "note of 50,000 words", text: "- Something that was said, and at some length too\n".repeat(5_000) },
];
const editor = '::-p-aria([name="Meeting notes"][role="textbox"])';
const words = "a few words as they come ";
const rounds = 8;

/** From the key to the next frame, in the note editor and in a plain text field of the same page. */
export async function benchTyping(): Promise<readonly Comparison[]> {
  const chromium = await launchChromium({
    // Otherwise every time is rounded up to the next tick of a 60 Hz screen.
    args: ["--disable-frame-rate-limit", "--disable-gpu-vsync"],
  });
  try {
    await (await chromium.openWorkspace("/today")).waitForSelector("#app *");
    const results: Comparison[] = [];
    for (const { name, text } of texts) {
      const control = await chromium.control();
      for (const page of await chromium.browser.pages()) if (page !== control) await page.close();
      const session = await control.createCDPSession();
      await replaceDatabase(
        (run, ...args) => evaluate(session, `(${String(run)})(...${JSON.stringify(args)})`),
        seedRows(500, Date.now(), text),
      );
      await session.detach();
      const page = await chromium.openTab(chromium.url(`sidepanel.html#/meetings/${seededMeeting}?at=notes`));
      await page.waitForSelector(editor);
      await page.evaluate(addPlainField, text);
      await page.evaluate(recordFrames);
      const ours: number[] = [];
      const base: number[] = [];
      for (let round = -1; round < rounds; round++) {
        const plainMs = await typeInto(page, '::-p-aria([name="Plain field"])');
        const oursMs = await typeInto(page, editor);
        if (round < 0) continue;
        base.push(...plainMs);
        ours.push(...oursMs);
      }
      // An editor that lets keys fall is fast.
      const written = await page.$eval(editor, (element) => element.textContent ?? "");
      if (!written.includes(words.trim())) throw new Error(`The notes do not say “${words}”.`);
      results.push(compare(`typing, ${name}`, ours, base));
      await page.close();
    }
    return results;
  } finally {
    await chromium.close();
  }
}

async function typeInto(page: Page, selector: string): Promise<readonly number[]> {
  await page.focus(selector);
  await page.keyboard.down("Control");
  await page.keyboard.press("End");
  await page.keyboard.up("Control");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await page.evaluate(() => frameTimesMs.splice(0));
  // Slower than the pause after which the notes are saved is too slow for a test; a quick typist's pace will do.
  await page.keyboard.type(words, { delay: 60 });
  await page.waitForFunction((count) => frameTimesMs.length >= count, {}, words.length);
  return page.evaluate(() => frameTimesMs);
}

/** In the page; see {@link recordFrames}. */
declare const frameTimesMs: number[];

/** Measures from each key, as the browser stamped it, until the frame with its effect is done. Runs in the page. */
function recordFrames(): void {
  const times: number[] = [];
  Object.assign(globalThis, { frameTimesMs: times });
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // A message comes after the frame that was just asked for has been laid out and painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => times.push(performance.now() - timeStamp));
        port1.start();
        port2.postMessage(undefined);
      });
    },
    { capture: true },
  );
}

/** Runs in the page. */
function addPlainField(text: string): void {
  const field = document.createElement("textarea");
  field.setAttribute("aria-label", "Plain field");
  field.value = text;
  field.style.position = "fixed";
  field.style.insetBlockEnd = "0";
  field.style.insetInlineEnd = "0";
  field.style.inlineSize = "300px";
  field.style.blockSize = "200px";
  document.body.append(field);
  field.setSelectionRange(text.length, text.length);
}
