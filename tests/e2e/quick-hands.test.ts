import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

/** Fingers bounce: what is pressed twice is done once, and nothing typed in between is lost. */
let chromium: Chromium;
let workspace: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  workspace = await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

function rows(table: string): Promise<Record<string, unknown>[]> {
  return workspace.evaluate(
    (name) =>
      new Promise<Record<string, unknown>[]>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => {
          const all = open.result.transaction(name).objectStore(name).getAll();
          all.addEventListener("success", () => {
            open.result.close();
            resolve(all.result);
          });
        });
      }),
    table,
  );
}

test("Enter twice in the capture line adds one, and what is typed straight on is the next", async () => {
  const popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("textbox", "Quick capture"));
  await popup.focus(named("textbox", "Quick capture"));
  await popup.keyboard.type("First thought");
  await popup.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("form.capture");
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await popup.keyboard.type("Second thought");
  await says(popup, "Note added");
  await popup.keyboard.press("Enter");
  await eventually(async () => (await rows("entries")).some((row) => row["text"] === "Second thought"), {
    what: "the second thought",
  });
  const texts = (await rows("entries")).map((row) => row["text"]);
  expect(texts.filter((text) => text === "First thought")).toHaveLength(1);
  expect(texts.filter((text) => text === "Second thought")).toHaveLength(1);
  await chromium.closePopup();
});

test("a double click ticks one thing, not the one that slides under it too", async () => {
  const popup = await chromium.openPopup(workspace);
  const first = await popup.waitForSelector(named("checkbox", "Send Amara the order-sync decision record"));
  await first?.click({ count: 2, delay: 60 });
  await says(popup, "Done");
  expect(await textOf(popup)).toContain("Merge a feature with tests");
  await popup.locator(named("button", "Undo")).click();
  await says(popup, "Send Amara the order-sync decision record");
  await chromium.closePopup();
});

test("Finish twice plans one next meeting, and a step without Enter is a step", async () => {
  await goTo(workspace, "/meetings/sample-meeting-check-in-7?at=wrap-up");
  await workspace.locator(named("button", "Add a next step")).click();
  await workspace.waitForFunction(() => document.activeElement?.tagName === "INPUT");
  await workspace.keyboard.type("Typed and left");
  await workspace.evaluate(() => {
    const finish = document.querySelector<HTMLButtonElement>(".finish .btn.primary");
    finish?.click();
    finish?.click();
  });
  await says(workspace, "Meeting wrapped up");
  await says(workspace, "Typed and left");
  const planned = (await rows("meetings")).filter((row) => row["status"] === "planned" && !row["deletedAt"]);
  expect(planned).toHaveLength(1);
  const steps = (await rows("commitments")).filter((row) => row["title"] === "Typed and left");
  expect(steps).toMatchObject([{ status: "open" }]);
});

test("two windows on one note follow each other, and neither loses its last words", async () => {
  await goTo(workspace, "/meetings/sample-meeting-check-in-7?at=notes");
  const editor = named("textbox", "Meeting notes");
  await workspace.waitForSelector(editor);
  const other = await chromium.openWorkspace("/meetings/sample-meeting-check-in-7?at=notes");
  await other.waitForSelector(editor);
  await other.focus(editor);
  await other.keyboard.type("From the other window. ");
  await workspace.bringToFront();
  await says(workspace, "From the other window.");
  await workspace.focus(editor);
  await workspace.keyboard.down("Control");
  await workspace.keyboard.press("End");
  await workspace.keyboard.up("Control");
  await workspace.keyboard.type("And from this one.");
  await other.bringToFront();
  await says(other, "From the other window. And from this one.");
  await other.close();
});

test("words typed just before a reload are there, the very first of a note as well as the tenth", async () => {
  const editor = named("textbox", "Meeting notes");
  const planned = (await rows("meetings")).find((row) => row["status"] === "planned");
  const page = await chromium.openWorkspace(`/meetings/${String(planned?.["id"])}?at=notes`);
  for (let round = 0; round < 10; round += 1) {
    await page.waitForSelector(editor);
    await page.focus(editor);
    const words = `Round ${round}, no pause.`;
    await page.keyboard.type(words);
    await page.reload();
    await says(page, words);
  }
  await page.close();
});

test("the last words of a very large note survive closing as well", async () => {
  await goTo(workspace, "/today");
  // Text that does not compress, as a pasted transcript hardly does.
  const large = Array.from({ length: 120_000 }, () => String.fromCharCode(97 + Math.random() * 26)).join("");
  for (let round = 0; round < 4; round += 1) {
    const page = await chromium.openWorkspace("/meetings/sample-meeting-check-in-7?at=notes");
    const editor = named("textbox", "Meeting notes");
    await page.waitForSelector(editor);
    await page.focus(editor);
    await page.keyboard.down("Control");
    await page.keyboard.press("Home");
    await page.keyboard.up("Control");
    if (round === 0) {
      const session = await page.createCDPSession();
      await session.send("Input.insertText", { text: large });
      await eventually(async () => (await rows("notes")).some((row) => String(row["text"]).includes(large)), {
        what: "the large note to be saved",
      });
    }
    const words = `Round ${round} was here. `;
    await page.keyboard.type(words);
    await page.close();
    const again = await chromium.openWorkspace("/meetings/sample-meeting-check-in-7?at=notes");
    await again.waitForSelector(editor);
    await eventually(async () => (await rows("notes")).some((row) => String(row["text"]).includes(words)), {
      what: `"${words}"`,
    });
    await again.close();
  }
});
