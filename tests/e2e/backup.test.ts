import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { downloadsOf } from "@/tests/harness/downloads.ts";
import { hasAge, runAge } from "@/tests/harness/age.ts";
import { temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { chanceFrom, randomRows } from "@/tests/random-rows.ts";
import { goTo, named, says, textOf } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

/** A backup leaves by the button, comes in by the file input, and both can be gone back from. */
const open = new Set<Chromium>();

afterEach(async () => {
  for (const chromium of open) await chromium.close();
  open.clear();
});

async function launch(route: string): Promise<{ chromium: Chromium; page: Page; problems: string[] }> {
  const chromium = await launchChromium();
  open.add(chromium);
  const page = await chromium.openWorkspace(route);
  // Whoever opens a database that is not there yet makes one, and an empty one would be in the app's way.
  await page.waitForFunction(async () =>
    (await indexedDB.databases()).some(({ name, version }) => name === "milepost" && (version ?? 0) > 1),
  );
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  return { chromium, page, problems };
}

async function choose(page: Page, path: string): Promise<void> {
  const input = await page.waitForSelector("input[type=file]");
  await (input as import("puppeteer-core").ElementHandle<HTMLInputElement>).uploadFile(path);
}

/** All rows of the database but those that are this browser's alone. */
function rowsOf(page: Page): Promise<Record<string, unknown[]>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, unknown[]>>((resolve, reject) => {
        const opening = indexedDB.open("milepost");
        opening.addEventListener("error", () => reject(opening.error));
        opening.addEventListener("success", () => {
          const db = opening.result;
          const names = [...db.objectStoreNames].filter(
            (name) => name !== "meta" && name !== "deliveries" && !name.startsWith("search"),
          );
          const reading = db.transaction(names);
          const rows: Record<string, unknown[]> = {};
          for (const name of names) {
            reading
              .objectStore(name)
              .getAll()
              .addEventListener("success", (event) => {
                rows[name] = (event.target as IDBRequest<unknown[]>).result;
              });
          }
          reading.addEventListener("complete", () => {
            db.close();
            resolve(rows);
          });
        });
      }),
  );
}

test(
  "a backup goes by its button into an empty profile, out again the same, and the restore is undone",
  { timeout: 180_000 },
  async () => {
    const first = await launch("/welcome?sample=1");
    await first.page.waitForFunction(() => location.hash === "#/today");
    const downloads = await downloadsOf(first.chromium);
    await goTo(first.page, "/settings/data");
    await says(first.page, "No backup yet");
    await first.page.locator(named("button", "Download backup")).click();
    const file = await downloads.next();
    expect(file).toMatch(/milepost-\d{4}-\d\d-\d\d\.json$/);
    await says(first.page, "Last backup today");
    const rows = await rowsOf(first.page);
    expect(rows["goals"]?.length).toBeGreaterThan(2);

    const second = await launch("/settings/data");
    const other = await downloadsOf(second.chromium);
    const before = await rowsOf(second.page);
    await choose(second.page, file);
    await says(second.page, "only in the backup");
    expect(await rowsOf(second.page)).toEqual(before);
    await second.page.locator(named("button", "Restore")).click();
    await says(second.page, "Restored from the backup");
    expect(await rowsOf(second.page)).toEqual(rows);
    // No reload: the other pages show it as it is.
    await goTo(second.page, "/today");
    await says(second.page, "Jonas");
    await goTo(second.page, "/settings/data");
    await second.page.locator(named("button", "Download backup")).click();
    const again = await other.next();
    const tablesOf = (path: string): unknown => JSON.parse(readFileSync(path, "utf8")).tables;
    expect(tablesOf(again)).toEqual(tablesOf(file));

    await second.page.reload();
    await second.page.locator(named("button", "Undo the restore")).click();
    await says(second.page, "as it was before the restore");
    expect(await rowsOf(second.page)).toEqual(before);
    expect(await textOf(second.page)).not.toContain("Restored from");
    expect([...first.problems, ...second.problems]).toEqual([]);
    downloads.remove();
    other.remove();
  },
);

test(
  "the way back from a restore asks when something was written since, and takes settings back that came with it",
  { timeout: 120_000 },
  async () => {
    const { chromium, page, problems } = await launch("/welcome?sample=1");
    await page.waitForFunction(() => location.hash === "#/today");
    const theme = (): Promise<unknown> =>
      page.evaluate(async () => (await chrome.storage.local.get("settings.theme"))["settings.theme"]);
    await page.evaluate(() => chrome.storage.local.set({ "settings.theme": "dark" }));
    const downloads = await downloadsOf(chromium);
    await goTo(page, "/settings/data");
    await page.locator(named("button", "Download backup")).click();
    const file = await downloads.next();
    await page.evaluate(() => chrome.storage.local.remove("settings.theme"));

    const restore = async (): Promise<void> => {
      await choose(page, file);
      await page.locator(named("button", "Restore")).click();
      await says(page, "Restored from the backup");
    };
    await restore();
    expect(await theme()).toBe("dark");
    await page.locator(named("button", "Undo the restore")).click();
    await says(page, "as it was before the restore");
    expect(await theme()).toBeUndefined();

    // The same file chosen again by a driver is no change to the input.
    await page.reload();
    await restore();
    await goTo(page, "/settings/general");
    const name = named("textbox", "The name of who you walk with");
    await page.locator(name).fill("Johanna");
    await page.keyboard.press("Enter");
    await says(page, "Name saved");
    await goTo(page, "/settings/data");
    await page.locator(named("button", "Undo the restore")).click();
    await says(page, "is taken back with it: 1 person.");
    await page.locator(named("button", "Cancel")).click();
    expect(JSON.stringify((await rowsOf(page))["people"])).toContain("Johanna");
    await page.locator(named("button", "Undo the restore")).click();
    await says(page, "Undo the restore?");
    await page.locator("dialog[open] button.danger").click();
    await says(page, "as it was before the restore");
    expect(JSON.stringify((await rowsOf(page))["people"])).not.toContain("Johanna");
    expect(problems).toEqual([]);
    downloads.remove();
  },
);

test(
  "what is no whole backup is refused with the reason, and nothing changes",
  { timeout: 120_000 },
  async () => {
    const { chromium, page, problems } = await launch("/welcome?sample=1");
    await page.waitForFunction(() => location.hash === "#/today");
    const downloads = await downloadsOf(chromium);
    await goTo(page, "/settings/data");
    await page.locator(named("button", "Download backup")).click();
    const text = readFileSync(await downloads.next(), "utf8");
    const before = await rowsOf(page);
    const folder = temporaryFolder("refused");
    const cases: [string, string, string][] = [
      ["empty.json", "", "is empty"],
      ["words.json", "Dear diary", "is not a backup of Milepost"],
      ["other.json", '{"some":"thing"}', "is not a backup of Milepost"],
      ["cut.json", text.slice(0, -5_000), "is not complete"],
      ["changed.json", text.replace("sample", "simple"), "is not as Milepost wrote it"],
      [
        "newer.json",
        text.replace(/"schemaVersion":\d+/, '"schemaVersion":99'),
        "was made by a newer Milepost",
      ],
      ["lists.json", "[".repeat(50_000_000), "is not a backup of Milepost"],
      ["deep.json", `{"a":${"[".repeat(1_000_000)}`, "is not a backup of Milepost"],
    ];
    for (const [name, content, words] of cases) {
      writeFileSync(join(folder.path, name), content);
      await choose(page, join(folder.path, name));
      await says(page, words);
      expect(await page.$(named("button", "Restore")), name).toBeNull();
    }
    expect(await rowsOf(page)).toEqual(before);
    expect(problems).toEqual([]);
    folder.remove();
    downloads.remove();
  },
);

test(
  "a locked backup is opened by its passphrase, here and by the age command",
  { timeout: 120_000 },
  async () => {
    const { chromium, page } = await launch("/welcome?sample=1");
    await page.waitForFunction(() => location.hash === "#/today");
    const downloads = await downloadsOf(chromium);
    await goTo(page, "/settings/data");
    const lock = "input[role=switch]";
    await page.locator(lock).click();
    await page.locator(named("textbox", "Passphrase")).fill("four words in row");
    await page.locator(named("button", "Download backup")).click();
    const file = await downloads.next();
    expect(file).toMatch(/\.json\.age$/);
    await choose(page, file);
    await says(page, "This file is locked");
    // The field for the next backup is put away, so that there is one.
    await page.locator(lock).click();
    await page.locator(named("textbox", "Passphrase")).fill("wrong");
    await page.locator(named("button", "Open")).click();
    await says(page, "does not open this file");
    await page.locator(named("textbox", "Passphrase")).fill("four words in row");
    await page.locator(named("button", "Open")).click();
    await says(page, "the same");
    if (hasAge()) {
      runAge(["-d", "-o", `${file}.open`, file], "four words in row");
      expect(JSON.parse(readFileSync(`${file}.open`, "utf8"))).toMatchObject({ format: "milepost-backup" });
    }
    await eventually(async () => (await page.$(named("button", "Restore"))) !== null, {
      what: "the preview",
    });
    downloads.remove();
  },
);

test(
  "a long restore says how far it is, and called off leaves everything as it was",
  { timeout: 120_000 },
  async () => {
    const { page, problems } = await launch("/welcome?sample=1");
    await page.waitForFunction(() => location.hash === "#/today");
    await goTo(page, "/settings/data");
    const folder = temporaryFolder("large");
    const file = join(folder.path, "large.json");
    writeFileSync(file, Buffer.from(await (await largeBackup()).arrayBuffer()));
    const before = await rowsOf(page);
    await choose(page, file);
    await says(page, "only in the backup");
    for (const [width, scheme] of [
      [1280, "light"],
      [320, "dark"],
    ] as const) {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: scheme },
        // Colours half-way from one to the other are none that anybody reads.
        { name: "prefers-reduced-motion", value: "reduce" },
      ]);
      expect(await accessibilityProblems(page), `${scheme}, ${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), scheme).toBeLessThanOrEqual(
        width,
      );
    }
    // As on a slow computer: there is time to change one's mind.
    await page.emulateCPUThrottling(6);
    await page.locator(named("button", "Restore")).click();
    await page.waitForSelector("progress");
    await page.locator(".working button").click();
    await page.waitForFunction(() => document.querySelector("progress") === null);
    await page.emulateCPUThrottling(null);
    expect(await rowsOf(page)).toEqual(before);
    expect(await textOf(page)).not.toContain("Restored from");
    await page.locator(named("button", "Restore")).click();
    await eventually(async () => (await textOf(page)).includes("Restored from"), {
      what: "the whole restore",
      timeoutMs: 60_000,
    });
    expect((await rowsOf(page))["goals"]?.length).toBe((before["goals"]?.length ?? 0) + 800);
    expect(problems).toEqual([]);
    folder.remove();
  },
);

function largeBackup(): Promise<Blob> {
  const from = { writer: "w", me: "large-people-0", now: 1_700_000_000_000, prefix: "large" };
  const { rows, changes } = randomRows(800, chanceFrom(1), from);
  const rest = { drafts: [], lastWords: [], unreadable: [], settings: [{ key: "me", value: from.me }] };
  return printBackup({ ...rows, changes, ...rest }, { app: "0.1.0", createdAt: from.now });
}
