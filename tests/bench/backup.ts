import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { ElementHandle, Page } from "puppeteer-core";
import { type Chromium, launchChromium } from "../harness/chromium.ts";
import { evaluate } from "../harness/chromium-worker.ts";
import { downloadsOf } from "../harness/downloads.ts";
import { replaceDatabase, seedRows } from "./seed.ts";
import { compare, type Comparison } from "./statistics.ts";

const records = 100_000;
const rounds = 2;

/**
 * A backup of 100,000 records with their history, and its way back, by the buttons of the settings; beside the least that
 * could do it: all rows as one text, one text parsed, all rows put by one transaction.
 */
export async function benchBackup(): Promise<readonly Comparison[]> {
  const chromium = await launchChromium();
  try {
    await (await chromium.openWorkspace("/today")).waitForSelector("#app *");
    const control = await chromium.control();
    for (const page of await chromium.browser.pages()) if (page !== control) await page.close();
    const session = await control.createCDPSession();
    await replaceDatabase(
      (run, ...args) => evaluate(session, `(${String(run)})(...${JSON.stringify(args)})`),
      seedRows(records, Date.now()),
    );
    const downloads = await downloadsOf(chromium);
    const page = await chromium.openTab(chromium.url("sidepanel.html#/settings/data"));
    await page.waitForSelector("input[type=file]");

    const ours: Measured = { make: [], read: [], restore: [] };
    const base: Measured = { make: [], read: [], restore: [] };
    for (let round = 0; round < rounds; round += 1) {
      ours.make.push(await measured(chromium, () => press(page, "Download backup", "disabled")));
      const file = await downloads.next();
      const chosen = (await page.waitForSelector("input[type=file]")) as ElementHandle<HTMLInputElement>;
      // The same file again is no change; a person's click on the field empties it first.
      await chosen.evaluate((input) => {
        input.value = "";
      });
      ours.read.push(
        await measured(chromium, async () => {
          await chosen.uploadFile(file);
          await page.waitForSelector(".preview", { timeout: 300_000 });
        }),
      );
      base.make.push(await measured(chromium, () => page.evaluate(stringifyAll)));
      base.read.push(await measured(chromium, () => page.evaluate(parseChosen)));
      base.restore.push(await measured(chromium, () => page.evaluate(putAll)));
      await page.evaluate(() => document.querySelectorAll<HTMLInputElement>(".ways input")[1]?.click());
      ours.restore.push(await measured(chromium, () => press(page, "Restore", "gone")));
    }
    downloads.remove();
    const count = records.toLocaleString("en");
    return [
      row(`backup, ${count} records`, ours.make, base.make),
      row(`backup, reading and comparing ${count} records`, ours.read, base.read),
      row(`backup, restoring ${count} records with a safety copy`, ours.restore, base.restore),
    ];
  } finally {
    await chromium.close();
  }
}

interface Sample {
  ms: number;
  peakMb: number | undefined;
}

type Measured = Record<"make" | "read" | "restore", Sample[]>;

function row(name: string, ours: readonly Sample[], base: readonly Sample[]): Comparison {
  const compared = compare(
    name,
    ours.map(({ ms }) => ms),
    base.map(({ ms }) => ms),
  );
  const peak = (samples: readonly Sample[]): number => Math.max(...samples.map(({ peakMb }) => peakMb ?? 0));
  const known = [...ours, ...base].every(({ peakMb }) => peakMb !== undefined);
  return known ? { ...compared, peakMb: { ours: peak(ours), base: peak(base) } } : compared;
}

/** How long it takes, and the most memory that the process of our pages held meanwhile. */
async function measured(chromium: Chromium, run: () => Promise<unknown>): Promise<Sample> {
  const processes = await pagesOf(chromium);
  // https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html: 5 sets the peak to what is held now.
  for (const id of processes) writeFileSync(`/proc/${id}/clear_refs`, "5");
  const startedAt = performance.now();
  await run();
  const ms = performance.now() - startedAt;
  const peaks = processes.map((id) => peakOf(id));
  return { ms, peakMb: peaks.length > 0 ? Math.max(...peaks) : undefined };
}

async function pagesOf(chromium: Chromium): Promise<readonly number[]> {
  if (!existsSync("/proc/self/clear_refs")) return [];
  const session = await chromium.browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo
    .map(({ id }) => id)
    .filter((id) => readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--extension-process"));
}

function peakOf(id: number): number {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1];
  return Math.round((Number(kilobytes) * 1024) / 1_000_000);
}

/** Presses a button and waits until what it started is over: the button is free again, or gone. */
async function press(page: Page, name: string, until: "disabled" | "gone"): Promise<void> {
  await page.evaluate(
    async (words, gone) => {
      const find = (): HTMLButtonElement | undefined =>
        [...document.querySelectorAll("button")].find((each) => each.textContent?.trim() === words);
      const stored = (): Promise<unknown> =>
        new Promise((resolve) => {
          const { chrome } = globalThis as unknown as { chrome: { storage: { local: Listened } } };
          chrome.storage.local.onChanged.addListener(resolve);
        });
      // Both end with a fact that is written down.
      const done = stored();
      find()?.click();
      await done;
      if (!gone) return;
      while (find()) await new Promise((resolve) => requestAnimationFrame(resolve));

      interface Listened {
        onChanged: { addListener(handle: (changes: unknown) => void): void };
      }
    },
    name,
    until === "gone",
  );
}

async function stringifyAll(): Promise<number> {
  const rows = await new Promise<Record<string, unknown[]>>((resolve) => {
    const opening = indexedDB.open("milepost");
    opening.addEventListener("success", () => {
      const names = [...opening.result.objectStoreNames];
      const reading = opening.result.transaction(names);
      const all: Record<string, unknown[]> = {};
      for (const name of names) {
        const getting = reading.objectStore(name).getAll();
        getting.addEventListener("success", () => {
          all[name] = getting.result;
        });
      }
      reading.addEventListener("complete", () => {
        opening.result.close();
        resolve(all);
      });
    });
  });
  return new Blob([JSON.stringify(rows)]).size;
}

async function parseChosen(): Promise<number> {
  const text = await document.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0]?.text();
  const { tables } = JSON.parse(text ?? "") as { tables: Record<string, unknown[]> };
  Object.assign(globalThis, { benchTables: tables });
  return Object.keys(tables).length;
}

function putAll(): Promise<void> {
  const { benchTables } = globalThis as unknown as { benchTables?: Record<string, object[]> };
  Reflect.deleteProperty(globalThis, "benchTables");
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("milepost");
    opening.addEventListener("success", () => {
      const names = [...opening.result.objectStoreNames].filter((name) => benchTables?.[name]);
      const writing = opening.result.transaction(names, "readwrite", { durability: "strict" });
      for (const name of names) {
        const store = writing.objectStore(name);
        store.clear();
        for (const each of benchTables?.[name] ?? []) store.put(each);
      }
      writing.addEventListener("abort", () => reject(writing.error));
      writing.addEventListener("complete", () => {
        opening.result.close();
        resolve();
      });
    });
  });
}
