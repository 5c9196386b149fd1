import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

/** What stands in the notes with a mark is offered at the wrap-up, and only what is confirmed there is kept. */
let chromium: Chromium;
let workspace: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  workspace = await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

const countOf = (table: string): Promise<number> =>
  workspace.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => {
          const count = open.result.transaction(name).objectStore(name).count();
          count.addEventListener("success", () => {
            open.result.close();
            resolve(count.result);
          });
        });
      }),
    table,
  );

test("marks in the notes are read at the wrap-up, and nothing of it is saved before Finish", async () => {
  await goTo(workspace, "/meetings/sample-meeting-check-in-7?at=notes");
  const notes = await workspace.waitForSelector(named("textbox", "Meeting notes"));
  await notes?.click();
  await workspace.keyboard.down("Control");
  await workspace.keyboard.press("End");
  await workspace.keyboard.up("Control");
  const lines = [
    "",
    "! Show the retry table @Amara by tomorrow",
    "! Tidy the wiki !nice",
    "=> Alert after a quarter of an hour",
  ];
  for (const line of lines) {
    await workspace.keyboard.press("Enter");
    await workspace.keyboard.type(line);
  }
  await says(workspace, "Saved");
  const before = [await countOf("commitments"), await countOf("entries")];
  await goTo(workspace, "/meetings/sample-meeting-check-in-7?at=wrap-up");
  await workspace.waitForSelector(named("checkbox", "Keep: Show the retry table"));
  expect(await textOf(workspace)).toContain("We read these from your notes");
  expect(await textOf(workspace)).toContain("Alert after a quarter of an hour");
  await workspace.locator(named("checkbox", "Keep: Tidy the wiki")).click();
  await workspace.locator(named("button", "Show the retry table: Must. Change")).click();
  await workspace.waitForSelector(named("button", "Show the retry table: Nice to have. Change"));
  expect([await countOf("commitments"), await countOf("entries")]).toEqual(before);

  await workspace.reload();
  await workspace.waitForSelector(named("button", "Show the retry table: Nice to have. Change"));
  await workspace.locator("footer.finish .btn.primary").click();
  await eventually(async () => (await countOf("commitments")) > (before[0] ?? 0), { what: "the promise" });
  expect([await countOf("commitments"), await countOf("entries")]).toEqual(before.map((count) => count + 1));
  await goTo(workspace, "/actions");
  await says(workspace, "Show the retry table");
  expect(await textOf(workspace)).not.toContain("Tidy the wiki");
});
