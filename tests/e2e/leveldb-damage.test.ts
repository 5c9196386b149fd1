import { cpSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { type TemporaryFolder, temporaryFolder } from "@/tests/harness/folders.ts";
import { type DamageKind, damageIndexedDb, fillFirstTable } from "@/tests/harness/leveldb-damage.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, says, textOf } from "./on-the-page.ts";

/** What Chromium keeps its IndexedDB in is damaged between two starts. */
let whole: TemporaryFolder;
let extensionId: string;
let copy: TemporaryFolder | undefined;
let chromium: Chromium | undefined;

beforeAll(async () => {
  whole = temporaryFolder("whole");
  const before = await launchChromium({ profile: whole.path });
  ({ extensionId } = before);
  const workspace = await before.openWorkspace("/welcome?sample=1");
  await workspace.waitForFunction(() => location.hash === "#/today");
  await fillFirstTable(await before.control(), whole.path, extensionId);
  // The table has the sample, the log what was written since.
  await workspace.goto(before.url("sidepanel.html#/meetings/sample-meeting-check-in-7?at=notes"));
  await workspace.reload();
  await workspace.waitForSelector(named("textbox", "Meeting notes"));
  await workspace.focus(named("textbox", "Meeting notes"));
  await workspace.keyboard.type("In the log only");
  await says(workspace, "Saved");
  await before.quit();
});

afterEach(async () => {
  await chromium?.close();
  chromium = undefined;
  copy?.remove();
});

afterAll(() => whole?.remove());

/** What a person meets after a start: their things, words about what happened, or a page as if there had been nothing. */
type Outcome = "all there" | "said" | "empty";

async function outcome(page: Page): Promise<Outcome> {
  return eventually(
    async (): Promise<Outcome | null> => {
      const words = await textOf(page);
      if (words.includes("Amara")) return "all there";
      if (words.includes("could not be read")) return "said";
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
  ["deletedCurrent", "empty"],
  ["deletedManifest", "said"],
  ["deletedTable", "empty"],
  ["garbageInTable", "empty"],
  ["garbageInLog", "empty"],
])("after %s the page is: %s", async (damage, expected) => {
  expect(await outcome(await startOnCopy(damage))).toBe(expected);
});
