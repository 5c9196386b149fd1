import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { goTo, named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

/** The notes beside a call: what is marked shows itself, and what is pasted becomes Markdown or a picture. */
let chromium: Chromium;
let page: Page;
const notes = named("textbox", "Meeting notes");

beforeAll(async () => {
  chromium = await launchChromium();
  page = await sampleWorkspace(chromium);
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=notes");
  await page.locator(notes).click();
  await page.keyboard.down("Control");
  await page.keyboard.press("End");
  await page.keyboard.up("Control");
  await page.keyboard.press("Enter");
});

afterAll(() => chromium?.close());

/** Pastes as a browser does. */
const paste = (html: string): Promise<void> =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/html", text);
    document
      .querySelector(".cm-content")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);

test("a marked line says what it is, for whom and by when; the menu marks a line", async () => {
  await page.keyboard.type("! Show the table @Amara by 2026-12-18");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".cap-line.k-action .cap-words");
  expect(await textOf(page)).toMatch(/Amara, .*Dec/u);
  await page.keyboard.type("We go on /dec", { delay: 30 });
  await page.waitForSelector(".note-menu li[aria-selected]");
  await page.waitForFunction(() => document.querySelectorAll(".note-menu li").length === 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await page.keyboard.press("Enter");
  await page.waitForSelector(".cap-line.k-decision");
  await page.keyboard.press("Enter");
});

test("lists and links are pasted as Markdown", async () => {
  await paste(
    '<ul><li>one <a href="https://example.org/a">link</a></li><li>two<ol><li>deep</li></ol></li></ul>',
  );
  await says(page, "- one [link](https://example.org/a)");
  await says(page, "  1. deep");
});

test("a pasted picture is kept and drawn, also after a reload", async () => {
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(80, 30);
    canvas.getContext("2d")?.fillRect(0, 0, 40, 30);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], "shot.png", { type: "image/png" }));
    document
      .querySelector(".cm-content")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.waitForSelector(".note-picture img");
  await says(page, "Saved");
  await page.waitForFunction(() => document.querySelector(".state")?.textContent?.startsWith("Saved"));
  await page.reload();
  await page.waitForSelector(".note-picture img");
});

test("find in the notes tells how many there are", async () => {
  await page.locator(notes).click();
  await page.keyboard.down("Control");
  await page.keyboard.press("f");
  await page.keyboard.up("Control");
  await page.waitForSelector(".note-find input");
  await page.keyboard.type("Show the table");
  await says(page, "1 of 1");
});
