import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { downloadsOf } from "@/tests/harness/downloads.ts";
import { builtExtension, readManifest, temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

let chromium: Chromium | undefined;

afterEach(async () => {
  await chromium?.close();
  chromium = undefined;
});

function put(running: Chromium, items: Record<string, unknown>): Promise<void> {
  return running.control().then((page) => page.evaluate((all) => chrome.storage.local.set(all), items));
}

function kept(running: Chromium, key: string): Promise<unknown> {
  return running
    .control()
    .then((page) => page.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key));
}

/** The product with the permission that is asked for in a dialog already given. */
function withDownloads(): { path: string; remove: () => void } {
  const folder = temporaryFolder("with-downloads");
  cpSync(builtExtension("chrome"), folder.path, { recursive: true });
  const manifest = readManifest(folder.path);
  const permissions = [...(manifest.permissions ?? []), "downloads"];
  writeFileSync(join(folder.path, "manifest.json"), JSON.stringify({ ...manifest, permissions }));
  return folder;
}

test(
  "the background puts the backup of the day among the downloads, once",
  { timeout: 120_000 },
  async () => {
    const extension = withDownloads();
    const home = temporaryFolder("home");
    chromium = await launchChromium({ extension: extension.path, env: { HOME: home.path } });
    const workspace = await sampleWorkspace(chromium);
    await workspace.goto("about:blank");
    await put(chromium, { "backup.schedule": { every: "day", to: "downloads" } });
    await chromium.worker.kill();
    await chromium.worker.start();
    const running = chromium;
    await eventually(async () => ((await kept(running, "backup.scheduledAt")) as number) > 0, {
      what: "the schedule",
    });
    const [file, ...others] = await (
      await chromium.control()
    ).evaluate(async () => {
      // The browser may still be writing it.
      for (;;) {
        const found = await chrome.downloads.search({});
        if (found.every((each) => each.state === "complete")) return found.map(({ filename }) => filename);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    expect(others).toEqual([]);
    expect(file).toMatch(/Milepost[/\\]milepost-\d{4}-\d\d-\d\d-[0-9a-z]{4}\.json$/);
    expect(JSON.parse(readFileSync(file ?? "", "utf8"))).toMatchObject({ format: "milepost-backup" });
    await chromium.worker.kill();
    await chromium.worker.start();
    await chromium.openWorkspace("/settings/data");
    expect(
      await (await chromium.control()).evaluate(async () => (await chrome.downloads.search({})).length),
    ).toBe(1);
    extension.remove();
    home.remove();
  },
);

test(
  "a download that the browser could not finish is no backup, and is said",
  { timeout: 120_000 },
  async () => {
    const extension = withDownloads();
    const home = temporaryFolder("home");
    // Where the folder would have to be there is a file.
    mkdirSync(join(home.path, "Downloads"), { recursive: true });
    writeFileSync(join(home.path, "Downloads", "Milepost"), "");
    chromium = await launchChromium({ extension: extension.path, env: { HOME: home.path } });
    const workspace = await sampleWorkspace(chromium);
    await put(chromium, { "backup.schedule": { every: "day", to: "downloads" } });
    await workspace.goto("about:blank");
    await workspace.goto(chromium.url("sidepanel.html#/settings/data"));
    await says(workspace, "could not write the file");
    expect((await kept(chromium, "backup.scheduledAt")) ?? 0).toBe(0);
    expect(await workspace.$(named("button", "Try again"))).not.toBeNull();
    extension.remove();
    home.remove();
  },
);

test("where the permission is missing the section says so, and nothing else happens", async () => {
  chromium = await launchChromium();
  const workspace = await sampleWorkspace(chromium);
  await put(chromium, { "backup.schedule": { every: "week", to: "downloads" } });
  await workspace.goto("about:blank");
  await workspace.goto(chromium.url("sidepanel.html#/settings/data"));
  await says(workspace, "does not let Milepost put files");
  expect(await workspace.$(named("button", "Allow again"))).not.toBeNull();
  const off = await workspace.$(named("radio", "Off"));
  await off?.evaluate((radio) => (radio as HTMLInputElement).click());
  await eventually(async () => !(await textOf(workspace)).includes("does not let Milepost"), {
    what: "the notice to go",
  });
});

test("a quiet word says that a backup would be good, and goes for a week", async () => {
  chromium = await launchChromium();
  const workspace = await chromium.openWorkspace("/welcome");
  await workspace.locator(named("textbox", "Your mentor’s name")).fill("Elif Yıldız");
  await workspace.locator(named("button", "Open Milepost")).click();
  await workspace.waitForFunction(() => location.hash === "#/today");
  await says(workspace, "Elif");
  expect(await workspace.$(named("button", "Download backup"))).toBeNull();
  await put(chromium, { "backup.lastAt": Date.now() - 40 * 86_400_000 });
  await says(workspace, "Last backup 40 days ago");
  await workspace.locator(named("button", "Not now")).click();
  await eventually(async () => !(await textOf(workspace)).includes("Last backup"), {
    what: "the word to go",
  });
  const until = (await kept(chromium, "backup.quietUntilAt")) as number;
  expect(Math.round((until - Date.now()) / 86_400_000)).toBe(7);
  await put(chromium, { "backup.quietUntilAt": 0 });
  const downloads = await downloadsOf(chromium);
  await workspace.locator(named("button", "Download backup")).click();
  expect(await downloads.next()).toMatch(/milepost-.*\.json$/);
  await eventually(async () => !(await textOf(workspace)).includes("Last backup"), {
    what: "the word to go",
  });
  downloads.remove();
});
