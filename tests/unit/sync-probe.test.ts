import { expect, test } from "vitest";
import { type ProbeResult, probeStore } from "@/lib/sync/probe.ts";
import { StoreError, type StoreFailure } from "@/lib/sync/store.ts";
import { type MemoryStore, memoryStore } from "@/tests/sync/memory-store.ts";

/** @param lateMs what every look at the clock adds */
async function probe(
  change: (store: MemoryStore) => void = () => {},
  lateMs = 1,
): Promise<ProbeResult & { left: string[] }> {
  const store = memoryStore();
  change(store);
  let now = 0;
  let count = 0;
  const result = await probeStore({
    store,
    now: () => (now += lateMs),
    randomHex: (digits) => String((count += 1)).padStart(digits, "0"),
  });
  return { ...result, left: [...store.files.keys()] };
}

const all = ["list", "write", "readBack", "listNew", "twoAtOnce", "absent", "remove", "listRemoved"];

test("a storage that does everything is fine, and nothing stays on it", async () => {
  expect(await probe()).toMatchObject({ kind: "ok", works: all, failed: undefined, left: [] });
});

test("one that takes long is slow, and says how long", async () => {
  expect(await probe(() => {}, 5000)).toMatchObject({
    kind: "slow",
    works: all,
    slowestMs: expect.any(Number),
  });
});

test("its clock is compared with this one", async () => {
  const result = await probe((store) => {
    const { list } = store;
    store.list = async (folder) => ({ ...(await list(folder)), date: 600_000 });
  });
  expect(result.aheadMs).toBeLessThan(-590_000);
});

test.each([
  [
    "half of what is written",
    "loses",
    "readBack",
    (store) => {
      const { put } = store;
      store.put = (name, bytes) => put(name, bytes.subarray(0, bytes.length / 2));
    },
  ],
  [
    "text in place of bytes",
    "loses",
    "readBack",
    (store) => {
      const { get } = store;
      store.get = async (name) => {
        const bytes = await get(name);
        return bytes && new TextEncoder().encode(new TextDecoder().decode(bytes));
      };
    },
  ],
  [
    "nothing",
    "loses",
    "readBack",
    (store) => {
      store.put = () => Promise.resolve();
    },
  ],
  [
    "a list of long ago",
    "staleListing",
    "listNew",
    (store) => {
      store.list = () => Promise.resolve({ names: [] });
    },
  ],
  [
    "half of each where two write at once",
    "loses",
    "twoAtOnce",
    (store) => {
      const { put } = store;
      const open = new Set<string>();
      store.put = async (name, bytes) => {
        const isSecond = open.has(name);
        open.add(name);
        await put(name, bytes);
        open.delete(name);
        if (isSecond) store.files.set(name, Uint8Array.from(bytes).fill(7, bytes.length / 2));
      };
    },
  ],
  [
    "something that was never written",
    "invents",
    "absent",
    (store) => {
      const { get } = store;
      store.get = async (name) => (await get(name)) ?? new TextEncoder().encode("<html>");
    },
  ],
  [
    "what was removed",
    "invents",
    "remove",
    (store) => {
      store.remove = () => Promise.resolve();
    },
  ],
] as [string, string, string, (store: MemoryStore) => void][])(
  "one that gives %s is found out: %s",
  async (_, kind, failed, change) => {
    expect(await probe(change)).toMatchObject({ kind, failed });
  },
);

test.each(["offline", "refused", "busy", "full", "notStorage"] satisfies StoreFailure[])(
  "one that is %s is said to be that, with what worked before, and what was written is removed",
  async (failure) => {
    const reads = await probe((store) => {
      store.get = () => Promise.reject(new StoreError(failure, { retryAfterMs: 7000 }));
    });
    expect(reads).toMatchObject({ kind: failure, works: ["list", "write"], failed: "readBack", left: [] });
    expect(reads.retryAfterMs).toBe(7000);
    const lists = await probe((store) => {
      store.list = () => Promise.reject(new StoreError(failure));
    });
    expect(lists).toMatchObject({ kind: failure, works: [], failed: "list", left: [] });
  },
);
