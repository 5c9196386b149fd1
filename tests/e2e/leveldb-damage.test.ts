import { cpSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { type TemporaryFolder, temporaryFolder } from "@/tests/harness/folders.ts";
import { type DamageKind, damageIndexedDb, fillFirstTable } from "@/tests/harness/leveldb-damage.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

/** What Chromium keeps its IndexedDB in is damaged between two starts: nobody is shown an empty Milepost as if it were new. */
let whole: TemporaryFolder;
let extensionId: string;
let copy: TemporaryFolder | undefined;
let chromium: Chromium | undefined;

beforeAll(async () => {
  whole = temporaryFolder("whole");
  const before = await launchChromium({ profile: whole.path });
  ({ extensionId } = before);
  const workspace = await sampleWorkspace(before);
  await eventually(() => copiesIn(workspace), { what: "a copy to be taken", timeoutMs: 20_000 });
  await fillFirstTable(await before.control(), whole.path, extensionId);
  // The table has the sample, the log what was written since.
  await workspace.goto(before.url("sidepanel.html#/meetings/sample-meeting-check-in-7?at=notes"));
  await workspace.reload();
  await workspace.waitForSelector(named("textbox", "Meeting notes"));
  await workspace.focus(named("textbox", "Meeting notes"));
  await workspace.keyboard.type("In the log only");
  await says(workspace, "Saved");
  // Longer than the canary takes to follow.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await before.quit();
});

afterEach(async () => {
  await chromium?.close();
  chromium = undefined;
  copy?.remove();
});

afterAll(() => whole?.remove());

function copiesIn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("snapshots", { create: true });
    let count = 0;
    for await (const [, handle] of folder.entries()) {
      if (handle.kind === "file" && (await handle.getFile()).size > 0) count += 1;
    }
    return count;
  });
}

/** What a person meets after a start: their things, the way to bring them back, or a page as if there had been nothing. */
type Outcome = "all there" | "recovery" | "empty";

async function outcome(page: Page): Promise<Outcome> {
  return eventually(
    async (): Promise<Outcome | null> => {
      const words = await textOf(page);
      if (words.includes("Ask Jonas")) return "all there";
      if (words.includes("There is a copy of your data")) return "recovery";
      return words.includes("Who are you here?") ? "empty" : null;
    },
    { what: "the page to show something", timeoutMs: 20_000 },
  );
}

async function startOnCopy(damage?: DamageKind): Promise<Page> {
  copy = temporaryFolder("damaged");
  cpSync(whole.path, copy.path, { recursive: true });
  if (damage) damageIndexedDb(copy.path, extensionId, damage);
  chromium = await launchChromium({ profile: copy.path });
  return chromium.openWorkspace("/today");
}

test("a copy of the profile starts as if nothing had happened", async () => {
  expect(await outcome(await startOnCopy())).toBe("all there");
});

test.each<[DamageKind, Outcome]>([
  ["deletedCurrent", "recovery"],
  ["deletedManifest", "recovery"],
  ["deletedTable", "recovery"],
  ["garbageInTable", "recovery"],
  ["garbageInLog", "recovery"],
])(
  "after %s there is %s, and the whole sample comes back from the copy, for good",
  async (damage, expected) => {
    const page = await startOnCopy(damage);
    expect(await outcome(page)).toBe(expected);
    await page.locator(named("button", "Restore")).click();
    await says(page, "Your data is back");
    await says(page, "1 mentorship, 4 goals, 20 milestones, 12 meetings, notes of ");
    await page.locator(named("button", "Open Milepost")).click();
    await says(page, "Ask Jonas");
    await goTo(page, "/settings/data");
    await page.locator(named("button", "Check the data")).click();
    await says(page, "Everything fits together");

    chromium = await chromium?.relaunch();
    const again = await chromium?.openWorkspace("/today");
    expect(again && (await outcome(again))).toBe("all there");
  },
);
