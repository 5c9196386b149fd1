import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Chromium } from "@/tests/harness/chromium.ts";
import type { Firefox } from "@/tests/harness/firefox.ts";
import { seededChance } from "@/tests/harness/random.ts";
import type { StorageBehindHttps } from "@/tests/harness/storage-behind-https.ts";
import { inconsistenciesOf } from "@/tests/harness/whole-database.ts";
import {
  addGoal,
  type AnyPage,
  ask,
  beginOn,
  bothOnOneStorage,
  captureInTab,
  inStep,
  joinOn,
  setOut,
  syncNow,
} from "./keeping-in-step.ts";

/**
 * Chromium and Firefox, of which one is killed while it sends or reads: both end alike, and what a page has shown as
 * done is in both. `MILEPOST_SYNC_KILLS=50` kills as often.
 */
const kills = Number(process.env["MILEPOST_SYNC_KILLS"] ?? 4);
const seed = Number(process.env["MILEPOST_SEED"] ?? Math.floor(Math.random() * 1_000_000));
const chance = seededChance(seed);
/** A sync of some edits takes about half a second, in Firefox a second. */
const withinMs = 1_200;

let storage: StorageBehindHttps;
let chromium: Chromium;
let firefox: Firefox;
let remove: () => Promise<void>;

beforeAll(async () => {
  console.warn(`MILEPOST_SEED=${seed}`);
  ({ storage, chromium, firefox, remove } = await bothOnOneStorage());
}, 120_000);

afterAll(async () => {
  await chromium?.close();
  await firefox?.close();
  await remove?.();
});

/** What is asked of either in the same way; only the types of their drivers differ. */
async function controlOf(which: "chromium" | "firefox"): Promise<AnyPage> {
  return which === "chromium" ? chromium.control() : ((await firefox.control()) as unknown as AnyPage);
}

async function write(which: "chromium" | "firefox", words: string): Promise<void> {
  if (which === "chromium") await addGoal(await chromium.openWorkspace("/roadmap?view=goals"), words);
  else await captureInTab(await firefox.openWorkspace("/journal"), words);
}

async function kill(which: "chromium" | "firefox"): Promise<void> {
  if (which === "chromium") {
    await chromium.kill();
    chromium = await chromium.relaunch();
  } else {
    await firefox.kill();
    firefox = await firefox.relaunch();
  }
}

test(
  `${kills} kills of Chromium or Firefox in the middle of a sync lose nothing`,
  { timeout: 120_000 + kills * 60_000 },
  async () => {
    await setOut(await chromium.openWorkspace("/welcome"));
    const code = await beginOn(await controlOf("chromium"), storage, "Chromium");
    await syncNow(await controlOf("chromium"));
    await joinOn(await controlOf("firefox"), storage, "Firefox", code);
    await inStep([await controlOf("chromium"), await controlOf("firefox")]);

    const written: string[] = [];
    for (let round = 0; round < kills; round += 1) {
      const victim = chance.pick(["chromium", "firefox"] as const);
      const writer = chance.pick(["chromium", "firefox"] as const);
      const words = `Round ${round} in ${writer}`;
      await write(writer, words);
      written.push(words);
      // What the victim is to read must be there; what it is to send is not yet.
      if (writer !== victim) await syncNow(await controlOf(writer));
      // A browser that is gone answers nothing, Firefox's driver not even that it is gone.
      void ask(await controlOf(victim), { kind: "sync" }).catch(() => {});
      await delay(chance.nat(withinMs));
      await kill(victim);
    }

    const said = await inStep([await controlOf("chromium"), await controlOf("firefox")]);
    for (const all of said) {
      const there = [...(all["goals"] ?? []), ...(all["entries"] ?? [])];
      const words = there.map((row) => row["title"] ?? row["text"]);
      expect(written.filter((each) => !words.includes(each))).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
      expect(inconsistenciesOf(all)).toEqual([]);
    }
    const disk = storage.disk();
    for (const words of ["Elif", "Run good", "Round 0", "Chromium"])
      expect(disk.includes(words), words).toBe(false);
  },
);
