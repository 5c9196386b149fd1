import { randomFillSync } from "node:crypto";
import { closeSync, existsSync, fstatSync, openSync, readdirSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { eventually } from "./wait.ts";

/** What can happen to the files of Chromium's IndexedDB while the browser is not running. */
export const damageKinds = [
  "deletedCurrent",
  "deletedManifest",
  "deletedTable",
  "garbageInTable",
  "garbageInLog",
] as const;
export type DamageKind = (typeof damageKinds)[number];

/** The folder of LevelDB files that an extension's IndexedDB is kept in. */
export function indexedDbFolder(profile: string, extensionId: string): string {
  return join(profile, "Default", "IndexedDB", `chrome-extension_${extensionId}_0.indexeddb.leveldb`);
}

/**
 * Damages the IndexedDB of an extension as a failing disk or a careless cleaner does. The browser must have ended.
 * @throws when there is no file of the kind that is to be damaged; {@link fillFirstTable} makes the tables
 */
export function damageIndexedDb(profile: string, extensionId: string, kind: DamageKind): void {
  const folder = indexedDbFolder(profile, extensionId);
  const files = (pattern: RegExp): string[] => {
    const found = existsSync(folder) ? readdirSync(folder).filter((name) => pattern.test(name)) : [];
    if (found.length === 0) throw new Error(`There is nothing like ${pattern} in ${folder} to damage.`);
    return found.map((name) => join(folder, name));
  };
  switch (kind) {
    case "deletedCurrent":
      for (const file of files(/^CURRENT$/)) rmSync(file);
      return;
    case "deletedManifest":
      for (const file of files(/^MANIFEST-/)) rmSync(file);
      return;
    case "deletedTable":
      for (const file of files(/\.ldb$/)) rmSync(file);
      return;
    case "garbageInTable":
      for (const file of files(/\.ldb$/)) spoil(file);
      return;
    case "garbageInLog":
      for (const file of files(/\.log$/)) spoil(file);
      return;
  }
}

/** Puts noise over a quarter of a file, here and there from its beginning on; its length stays. */
function spoil(file: string): void {
  const handle = openSync(file, "r+");
  const { size } = fstatSync(handle);
  for (let position = 1_024; position < size; position += 16_384) {
    const noise = randomFillSync(Buffer.alloc(Math.min(4_096, size - position)));
    writeSync(handle, noise, 0, noise.length, position);
  }
  closeSync(handle);
}

/**
 * Writes and removes drafts until LevelDB has moved what it holds from its log, where everything begins, to a table
 * (it does after some 4 MB, never at a restart), so that there is a table with the records in it.
 * @param control a page of the extension
 */
export async function fillFirstTable(control: Page, profile: string, extensionId: string): Promise<void> {
  const hasTable = (): boolean =>
    readdirSync(indexedDbFolder(profile, extensionId)).some((name) => name.endsWith(".ldb"));
  for (let round = 0; round < 10 && !hasTable(); round += 1) await control.evaluate(writeAndRemove);
  await eventually(hasTable, { what: "a table of LevelDB" });
}

/** Runs in the page: 2 MB that do not compress, in values small enough to stay out of files of their own. */
async function writeAndRemove(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open("milepost");
    open.addEventListener("success", () => resolve(open.result));
    open.addEventListener("error", () => reject(open.error));
  });
  const transaction = db.transaction("drafts", "readwrite");
  const drafts = transaction.objectStore("drafts");
  for (let count = 0; count < 100; count += 1) {
    const noise = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(20_000)));
    drafts.put({ id: `filler-${count}`, kind: "form", text: noise, updatedAt: 0 });
    drafts.delete(`filler-${count}`);
  }
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  db.close();
}
