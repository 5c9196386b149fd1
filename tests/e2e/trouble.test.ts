import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import type { ChromiumOptions } from "@/tests/harness/chromium-launch.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { builtExtension, temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf, valueOf } from "./on-the-page.ts";

/** What can go wrong is said in words, and nothing is lost by it. */
let chromium: Chromium | undefined;

afterEach(async () => {
  await chromium?.close();
  chromium = undefined;
});

async function sample(options: ChromiumOptions = {}): Promise<{ chromium: Chromium; workspace: Page }> {
  chromium = await launchChromium(options);
  const workspace = await sampleWorkspace(chromium);
  return { chromium, workspace };
}

async function openNotes(page: Page): Promise<void> {
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=notes");
  await page.waitForSelector(named("textbox", "Meeting notes"));
}

test("an address that leads nowhere says so and leads home", async () => {
  const { workspace } = await sample();
  for (const path of ["/nowhere", "/today/more", "/settings/nothing", "/%E0%A4%A", "/goals"]) {
    await workspace.evaluate((to) => {
      location.hash = to;
    }, path);
    await workspace.waitForSelector(named("heading", "Page not found"));
  }
  await workspace.locator(named("link", "Go to Today")).click();
  await workspace.waitForFunction(() => location.hash === "#/today");
  for (const path of ["/goals/gone", "/meetings/gone"]) {
    await workspace.evaluate((to) => {
      location.hash = to;
    }, path);
    await eventually(
      async () => /not here|no longer|cannot be found|no such/i.test(await textOf(workspace)),
      {
        what: `${path} to say that it is not there`,
      },
    );
  }
});

test("where the browser refuses to open the panel, the popup opens its page in a tab", async () => {
  const { chromium: running } = await sample();
  const popup = await running.openPopup();
  await popup.waitForSelector(named("button", "Open notes"));
  const session = await popup.createCDPSession();
  // A click from a script is no gesture of a person, so that Chromium refuses.
  const expression = `[...document.querySelectorAll("button")].find((each) => each.textContent.trim() === "Open notes").click()`;
  await session.send("Runtime.evaluate", { expression, userGesture: false });
  const address = running.url("sidepanel.html#/meetings/sample-meeting-check-in-7?at=notes");
  const target = await running.browser.waitForTarget((each) => each.url() === address);
  const tab = await target.page();
  await tab?.waitForSelector(named("textbox", "Meeting notes"));
});

test("a write that fails keeps the words, says so, and saves them once it can", async () => {
  const { workspace } = await sample();
  await workspace.evaluateOnNewDocument(() => {
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === "readwrite" && "diskFull" in globalThis)
        throw new DOMException("full", "QuotaExceededError");
      return transaction.call(this, stores, mode, options);
    };
  });
  await workspace.reload();
  await openNotes(workspace);
  await workspace.evaluate(() => Object.assign(globalThis, { diskFull: true }));
  await workspace.focus(named("textbox", "Meeting notes"));
  await workspace.keyboard.type("Words on a full disk");
  await says(workspace, "Not saved");
  expect(await textOf(workspace)).toContain("Words on a full disk");
  await workspace.evaluate(() => Reflect.deleteProperty(globalThis, "diskFull"));
  await eventually(
    async () =>
      (
        await workspace.$$eval("[role=status]", (all) => all.map((each) => each.textContent?.trim() ?? ""))
      ).some((words) => words.startsWith("Saved")),
    { what: "the state to say Saved", timeoutMs: 20_000 },
  );
  await workspace.reload();
  await says(workspace, "Words on a full disk");
});

test("a background that does not start costs nobody a word", async () => {
  const folder = temporaryFolder("broken");
  cpSync(builtExtension("chrome"), folder.path, { recursive: true });
  writeFileSync(join(folder.path, "background.js"), "throw new Error('never');");
  chromium = await launchChromium({ extension: folder.path });
  const workspace = await sampleWorkspace(chromium);
  await openNotes(workspace);
  await workspace.focus(named("textbox", "Meeting notes"));
  await workspace.keyboard.type("Nobody is listening");
  const popup = await chromium.openPopup(workspace);
  await says(popup, "Present the order-sync design");
  await popup.locator(named("checkbox", "Ask Jonas for two hours of shadowing")).click();
  await says(popup, "Done");
  await popup.keyboard.type("");
  await chromium.closePopup();
  await workspace.reload();
  await says(workspace, "Nobody is listening");
  folder.remove();
});

test("data of a newer Milepost is refused in words and left as it is", async () => {
  const { chromium: browser, workspace } = await sample();
  await workspace.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("error", () => reject(open.error));
        open.addEventListener("success", () => {
          const put = open.result.transaction("meta", "readwrite").objectStore("meta");
          put.put({ key: "schema", version: 99 }).addEventListener("success", () => {
            open.result.close();
            resolve();
          });
        });
      }),
  );
  await workspace.reload();
  await says(workspace, "written by a newer Milepost");
  const popup = await browser.openPopup(workspace);
  await says(popup, "written by a newer Milepost");
});

test("a meeting without a day or with a link that is none is sent back to its field", async () => {
  const { workspace } = await sample();
  await goTo(workspace, "/meetings");
  await workspace.locator(named("button", "Plan a meeting")).click();
  const link = await workspace.waitForSelector(named("textbox", "Link to the room optional"));
  await link?.evaluate((input) => (input as HTMLInputElement).select());
  await link?.type("javascript:alert(1)");
  await workspace.keyboard.press("Enter");
  await says(workspace, "The link needs a web address");
  expect(await valueOf(link)).toContain("javascript:alert(1)");
});

test("words that look like markup or script stay words", async () => {
  chromium = await launchChromium();
  const workspace = await chromium.openWorkspace("/welcome");
  const alarm: string[] = [];
  workspace.on("dialog", (dialog) => {
    alarm.push(dialog.message());
    void dialog.dismiss();
  });
  workspace.on("console", (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) alarm.push(message.text());
  });
  const payload = `<img src=x onerror=alert(1)><script>alert(2)</script>"'{{7*7}}`;
  await workspace.locator(named("textbox", "Your mentor’s name")).fill(payload);
  await workspace.locator(named("textbox", "Destination")).fill(payload);
  await workspace.locator(named("textbox", "First goal")).fill(payload);
  await workspace.locator(named("textbox", "First milestone")).fill(payload);
  await workspace.locator('input[name="meetingOn"]').fill("2030-01-15");
  await workspace.locator(named("button", "Open Milepost")).click();
  await workspace.waitForFunction(() => location.hash === "#/today");
  await says(workspace, "<img src=x onerror=alert(1)>");
  const popup = await chromium.openPopup(workspace);
  await says(popup, "<script>alert(2)</script>");
  for (const path of ["/roadmap", "/meetings", "/actions", "/journal", "/settings/about"]) {
    await workspace.evaluate((to) => {
      location.hash = to;
    }, path);
    await workspace.waitForFunction(() => document.querySelector("h1"));
  }
  await goTo(workspace, "/meetings");
  await workspace.locator(".day a, .walk a, main a[href*='/meetings/']").click();
  await workspace.locator(named("tab", "Notes")).click();
  await workspace.waitForSelector(named("textbox", "Meeting notes"));
  await workspace.focus(named("textbox", "Meeting notes"));
  await workspace.keyboard.type(payload);
  await says(workspace, "{{7*7}}");
  expect(alarm).toEqual([]);
});
