import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { permittedBuild } from "@/tests/harness/permitted-build.ts";
import { seededChance } from "@/tests/harness/random.ts";
import {
  type StorageBehindHttps,
  storageBehindHttps,
  storageHost,
} from "@/tests/harness/storage-behind-https.ts";
import { inconsistenciesOf } from "@/tests/harness/whole-database.ts";
import { addGoal, ask, beginOn, inStep, joinOn, setOut, syncNow } from "./keeping-in-step.ts";

/**
 * Browsers that are killed while they send and read: all end alike, and what a page has shown as done is in both.
 * `MILEPOST_SYNC_KILLS=50` kills as often.
 */
const kills = Number(process.env["MILEPOST_SYNC_KILLS"] ?? 12);
const seed = Number(process.env["MILEPOST_SEED"] ?? Math.floor(Math.random() * 1_000_000));
const chance = seededChance(seed);
/** A sync of some edits takes about half a second. */
const withinMs = 900;

let storage: StorageBehindHttps;
let build: TemporaryFolder;
let browsers: Chromium[];

beforeAll(async () => {
  console.warn(`MILEPOST_SEED=${seed}`);
  storage = await storageBehindHttps();
  build = permittedBuild("chrome", [`https://${storageHost}/*`]);
  const options = { extension: build.path, meet: storage.server };
  browsers = [await launchChromium(options), await launchChromium(options)];
}, 120_000);

afterAll(async () => {
  for (const each of browsers ?? []) await each.close();
  build?.remove();
  await storage?.close();
});

const controls = () => Promise.all(browsers.map((each) => each.control()));

test(
  `${kills} kills in the middle of a sync lose nothing`,
  { timeout: 60_000 + kills * 30_000 },
  async () => {
    const [one, other] = browsers;
    if (!one || !other) throw new Error("There are two.");
    await setOut(await one.openWorkspace("/welcome"));
    const code = await beginOn(await one.control(), storage, "Desk");
    await syncNow(await one.control());
    await joinOn(await other.control(), storage, "Laptop", code);
    await inStep(await controls());

    const titles: string[] = [];
    for (let round = 0; round < kills; round += 1) {
      const index = chance.nat(2);
      const writes = chance.oneIn(2) ? index : 1 - index;
      const victim = browsers[index];
      const writer = browsers[writes];
      if (!victim || !writer) throw new Error("There are two.");
      const page = await writer.openWorkspace("/roadmap?view=goals");
      for (let count = 0; count <= chance.nat(2); count += 1) {
        const title = `Goal ${round}.${count}`;
        await addGoal(page, title);
        titles.push(title);
      }
      // What the victim is to read must be there; what it is to send is not yet.
      if (writer !== victim) await syncNow(await writer.control());
      const under = ask(await victim.control(), { kind: "sync" }).catch(() => {});
      await delay(chance.nat(withinMs));
      await victim.kill();
      await under;
      browsers[index] = await victim.relaunch();
    }

    const said = await inStep(await controls());
    for (const all of said) {
      const there = (all["goals"] ?? []).map(({ title }) => title);
      expect(titles.filter((title) => !there.includes(title))).toEqual([]);
      expect(there.length).toBe(titles.length + 1);
      expect(inconsistenciesOf(all)).toEqual([]);
    }
    const disk = storage.disk();
    for (const words of ["Elif", "Run good", "Goal 0", "Desk"])
      expect(disk.includes(words), words).toBe(false);
  },
);
