import type { WxtBrowser } from "wxt/browser";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { permittedBuild } from "@/tests/harness/permitted-build.ts";
import {
  type StorageBehindHttps,
  storageBehindHttps,
  storageHost,
} from "@/tests/harness/storage-behind-https.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { inconsistenciesOf, type WholeDatabase, wholeDatabase } from "@/tests/harness/whole-database.ts";
import { addGoal, beginOn, inStep, joinOn, setOut, syncNow } from "./keeping-in-step.ts";
import { goTo, named, says } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

/** One person's two browsers on one Apache: what is done in either is in both, and the storage learns nothing of it. */
let storage: StorageBehindHttps;
let build: TemporaryFolder;
let one: Chromium;
let other: Chromium;
let page: Page;
let otherPage: Page;

beforeAll(async () => {
  storage = await storageBehindHttps();
  build = permittedBuild("chrome", [`https://${storageHost}/*`]);
  one = await launchChromium({ extension: build.path, meet: storage.server });
  other = await launchChromium({ extension: build.path, meet: storage.server });
}, 120_000);

afterAll(async () => {
  await one?.close();
  await other?.close();
  build?.remove();
  await storage?.close();
});

test("without a storage nothing is asked of the network, and there is no alarm for it", async () => {
  page = await one.openWorkspace("/welcome");
  await setOut(page);
  expect(storage.requests()).toBe(0);
  expect((await one.alarms()).map(({ name }) => name).toSorted()).toEqual(["heartbeat", "next"]);
});

test("a second browser joins with the recovery code, and has all of it with its history", async () => {
  const code = await beginOn(await one.control(), storage, "Desk");
  await syncNow(await one.control());
  await joinOn(await other.control(), storage, "Laptop", code);
  const [mine, theirs] = await inStep([await one.control(), await other.control()]);
  expect(theirs?.["changes"]?.length).toBe(mine?.["changes"]?.length);
  otherPage = await other.openWorkspace("/today");
  await says(otherPage, "Elif Yıldız");
  await goTo(otherPage, "/roadmap?view=goals");
  await says(otherPage, "Run good one-to-ones");
});

test("what is done in one appears in the other by itself", async () => {
  await addGoal(page, "Write clearer decisions");
  await eventually(
    async () => {
      await otherPage.evaluate(() => void chrome.runtime.sendMessage({ kind: "sync" }));
      return (await otherPage.evaluate(() => document.body.innerText)).includes("Write clearer decisions");
    },
    { what: "the goal in the other browser", timeoutMs: 120_000, intervalMs: 2000 },
  );
});

test("while the storage is away both go on; then both have both, and the notes of one meeting are put together", async () => {
  storage.setDown(true);
  const meeting = (await wholeDatabase(await one.control()))["meetings"]?.[0]?.["id"];
  for (const [at, words] of [
    [page, "Written at the desk."],
    [otherPage, "Written on the way."],
  ] as const) {
    await goTo(at, `/meetings/${String(meeting)}?at=notes`);
    const notes = await at.waitForSelector(named("textbox", "Meeting notes"));
    await notes?.click();
    await at.keyboard.type(words);
    await eventually(async () => notesIn(await wholeDatabase(at)).includes(words), {
      what: "the notes to be saved",
    });
  }
  await syncNow(await one.control());
  const [space] = (await wholeDatabase(await one.control()))["spaces"] ?? [];
  expect(space?.["status"]).toMatchObject({ state: "waiting", problem: { kind: "busy" } });
  storage.setDown(false);
  const said = await inStep([await one.control(), await other.control()]);
  for (const all of said) {
    expect(notesIn(all)).toContain("Written at the desk.");
    expect(notesIn(all)).toContain("Written on the way.");
    expect(all["conflicts"]).toEqual([]);
  }
  for (const at of [page, otherPage]) {
    await says(at, "Written at the desk.");
    await says(at, "Written on the way.");
  }
});

function notesIn(all: WholeDatabase): string {
  return (all["notes"] ?? []).map((note) => String(note["text"])).join("\n");
}

test("the storage holds none of it to be read", () => {
  const disk = storage.disk();
  expect(disk.length).toBeGreaterThan(1000);
  for (const words of [
    "Elif",
    "Run good one-to-ones",
    "Hold the first",
    "Write clearer",
    "Desk",
    "Laptop",
    "Written",
  ])
    expect(disk.includes(words), words).toBe(false);
});

test("both add up", async () => {
  for (const browser of [one, other]) {
    expect(inconsistenciesOf(await wholeDatabase(await browser.control()))).toEqual([]);
  }
});
