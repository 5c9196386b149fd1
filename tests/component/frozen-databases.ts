import { inject, onTestFinished } from "vitest";
import { commands } from "vitest/browser";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { type Frozen, freeze, oneOfEverything } from "./one-of-everything.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A fixture that is missing is to be written. */
    freeze: boolean;
  }
}

const fixtures = import.meta.glob<Frozen>("/tests/fixtures/database-v*.json", { import: "default" });

/** The versions of the database that there were, each of which somebody may still have. */
export const versions: readonly number[] = Array.from({ length: schemaVersion }, (_, n) => n + 1);

/**
 * The frozen database of a version.
 * @throws when there is none
 */
export async function frozenDatabase(version: number): Promise<Frozen> {
  const load = fixtures[`/tests/fixtures/database-v${version}.json`];
  if (load) return load();
  return (made ??= makeMissing(version));
}

/** Written once a run. */
let made: Promise<Frozen> | undefined;

async function makeMissing(version: number): Promise<Frozen> {
  const missing = `tests/fixtures/database-v${version}.json is missing.`;
  if (version !== schemaVersion)
    throw new Error(`${missing} Only the code of that version could have made it.`);
  if (!inject("freeze")) {
    throw new Error(
      `${missing} Once nothing changes in this version any more, let this test write it and commit it as it is: MILEPOST_FREEZE=1 npm run vitest -- run --project component migrations`,
    );
  }
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => void indexedDB.deleteDatabase(name));
  const db = await oneOfEverything(name);
  const frozen = await freeze(db, version);
  db.close();
  await commands.writeFile(
    `tests/fixtures/database-v${version}.json`,
    `${JSON.stringify(frozen, null, 1)}\n`,
  );
  return frozen;
}

/** Makes a database as it lay in a browser, without a line of today's code. @returns its name */
export async function layDown(frozen: Frozen): Promise<string> {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => void indexedDB.deleteDatabase(name));
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open(name, frozen.nativeVersion);
    open.addEventListener("upgradeneeded", () => {
      for (const [store, schema] of Object.entries(frozen.stores)) makeStore(open.result, store, schema);
    });
    open.addEventListener("success", () => resolve(open.result));
    open.addEventListener("error", () => reject(open.error));
  });
  const transaction = db.transaction([...db.objectStoreNames], "readwrite");
  for (const [store, rows] of Object.entries(frozen.tables)) {
    for (const row of rows) transaction.objectStore(store).put(row);
  }
  await new Promise((resolve, reject) => {
    transaction.addEventListener("complete", resolve);
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
  db.close();
  return name;
}

/** `schema` as Dexie writes it: the primary key, then the indexes. */
function makeStore(db: IDBDatabase, name: string, schema: string): void {
  const [primary = "", ...indexes] = schema.split(",").map((part) => part.trim());
  const key = primary.replace(/^(\+\+|&)/, "");
  const keyPath = pathOf(key);
  const store = db.createObjectStore(name, { keyPath, autoIncrement: primary.startsWith("++") });
  for (const index of indexes) {
    const path = index.replace(/^[&*]/, "");
    const options = { unique: index.startsWith("&"), multiEntry: index.startsWith("*") };
    store.createIndex(path, pathOf(path), options);
  }
}

/** `[a+b]` is of several fields. */
function pathOf(path: string): string | string[] {
  return /^\[(.+)\]$/.exec(path)?.[1]?.split("+") ?? path;
}

/** Every row as it lies there, and the native version, read past Dexie. */
export async function lyingThere(name: string): Promise<Omit<Frozen, "stores" | "schemaVersion">> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open(name);
    open.addEventListener("success", () => resolve(open.result));
    open.addEventListener("error", () => reject(open.error));
  });
  const transaction = db.transaction([...db.objectStoreNames]);
  const tables = [...db.objectStoreNames].map(
    (store) =>
      new Promise<[string, unknown[]]>((resolve, reject) => {
        const all = transaction.objectStore(store).getAll();
        all.addEventListener("success", () => resolve([store, all.result]));
        all.addEventListener("error", () => reject(all.error));
      }),
  );
  const read = { nativeVersion: db.version, tables: Object.fromEntries(await Promise.all(tables)) };
  db.close();
  return read;
}
