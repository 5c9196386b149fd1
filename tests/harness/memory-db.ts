import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { Dexie } from "dexie";
import { type DbOptions, MilepostDb } from "@/lib/db/database.ts";

/**
 * A database in memory, for what needs thousands of them: the real one on an IndexedDB written in JavaScript, which knows
 * transactions, compound keys and unique ones. One in a browser takes a hundred times as long to open.
 * @param factory one that has such a database, to open that again
 */
export function memoryDb(options: DbOptions, factory = new IDBFactory()): MilepostDb {
  Object.assign(globalThis, { indexedDB: factory, IDBKeyRange });
  Dexie.dependencies.indexedDB = factory;
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  return new MilepostDb(options);
}
