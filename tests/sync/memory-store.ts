import { type Listing, type Store, StoreError } from "@/lib/sync/store.ts";

/** How often a storage fails, each from 0 to 1, and each call by itself. */
export interface StoreFaults {
  fails: number;
  /** It was done, and the answer says otherwise. */
  answerLost: number;
  /** Half of it is stored; seven times of ten that is told. */
  cutWrite: number;
  cutRead: number;
  /** A listing of what was there some time ago. */
  staleList: number;
}

export const noFaults: StoreFaults = { fails: 0, answerLost: 0, cutWrite: 0, cutRead: 0, staleList: 0 };

/** A storage in memory that fails as storages do. */
export interface MemoryStore extends Store {
  files: Map<string, Uint8Array>;
  faults: StoreFaults;
  counts: { requests: number; faults: number; bytes: number };
}

/** @param chance from 0 up to 1 */
export function memoryStore(chance: () => number = () => 1): MemoryStore {
  const happens = (rate: number): boolean => {
    const does = rate > 0 && chance() < rate;
    if (does) store.counts.faults += 1;
    return does;
  };
  const cut = (bytes: Uint8Array): Uint8Array => bytes.slice(0, Math.floor(chance() * bytes.length));
  const call = (): void => {
    store.counts.requests += 1;
    if (happens(store.faults.fails)) throw new StoreError("offline");
  };
  const store: MemoryStore = {
    files: new Map(),
    faults: noFaults,
    counts: { requests: 0, faults: 0, bytes: 0 },
    list: (folder): Promise<Listing> =>
      attempt(() => {
        call();
        const names = namesIn(store.files, folder);
        return { names: happens(store.faults.staleList) ? names.filter(() => chance() > 0.3) : names };
      }),
    get: (name) =>
      attempt(() => {
        call();
        const bytes = store.files.get(name);
        if (!bytes) return null;
        store.counts.bytes += bytes.length;
        return happens(store.faults.cutRead) ? cut(bytes) : bytes;
      }),
    put: (name, bytes) =>
      attempt(() => {
        call();
        store.counts.bytes += bytes.length;
        if (happens(store.faults.cutWrite)) {
          store.files.set(name, cut(bytes));
          if (chance() < 0.7) throw new StoreError("offline");
          return;
        }
        store.files.set(name, bytes);
        if (happens(store.faults.answerLost)) throw new StoreError("offline");
      }),
    remove: (name) =>
      attempt(() => {
        call();
        store.files.delete(name);
        if (happens(store.faults.answerLost)) throw new StoreError("offline");
      }),
  };
  return store;
}

function namesIn(files: ReadonlyMap<string, unknown>, folder: string): string[] {
  const names = new Set<string>();
  const start = folder === "" ? "" : `${folder}/`;
  for (const name of files.keys()) {
    if (name.startsWith(start)) names.add(name.slice(start.length).split("/")[0] ?? "");
  }
  return [...names];
}

/** What throws at once is a promise that fails. */
async function attempt<T>(run: () => T): Promise<T> {
  await Promise.resolve();
  return run();
}
