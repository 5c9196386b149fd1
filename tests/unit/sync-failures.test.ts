import { expect, test } from "vitest";
import { Unreadable } from "@/lib/sync/sealer.ts";
import { StoreError } from "@/lib/sync/store.ts";
import { testBrowser } from "@/tests/sync/browser.ts";
import { memoryStore, noFaults } from "@/tests/sync/memory-store.ts";
import { plainSealer } from "@/tests/sync/plain-sealer.ts";
import {
  clockFollows,
  copiedProfile,
  copiesWithTheSameBatch,
  editDuringSnapshot,
  emptiedStore,
  goneForOnce,
  sameMomentTwoWriters,
  sameStampTwoValues,
  snapshotWithHole,
} from "@/tests/sync/scenarios.ts";

test("two copies of one profile take two names, and neither loses an edit", copiedProfile);
test("a snapshot holds nothing that was not sent", editDuringSnapshot);
test("two copies with the same batch under way never meet in a name", copiesWithTheSameBatch);
test("what is written next comes after what is seen, whatever the clocks say", clockFollows);
test("an emptied store is asked about before everything is sent to it again", emptiedStore);
test("a snapshot says what it lacks", snapshotWithHole);
test("what is not found for once is not given up", goneForOnce);
test("the same value at the same moment has one author everywhere", sameMomentTwoWriters);
test("one stamp for two values ends in one of them everywhere", sameStampTwoValues);

test.each(["offline", "refused", "busy", "full"] as const)(
  "while the store is %s, edits are kept here, and sent when it is back",
  async (failure) => {
    const store = memoryStore();
    const { put } = store;
    const browser = testBrowser(store);
    const other = testBrowser(store);
    browser.write("a", 1);
    store.put = () => Promise.reject(new StoreError(failure));
    await expect(browser.sync()).rejects.toMatchObject({ failure });
    browser.write("b", 2);
    store.put = put;
    await browser.sync();
    await other.sync();
    expect(other.seen()).toEqual({ a: 1, b: 2 });
  },
);

test("a page to log in instead of a batch keeps nothing else from being read", async () => {
  const store = memoryStore();
  const [one, two, reader] = [testBrowser(store), testBrowser(store), testBrowser(store)];
  one.write("a", 1);
  await one.sync();
  two.write("b", 2);
  await two.sync();
  const { get } = store;
  const folder = `b/${one.replica.disk.state?.writer}/`;
  store.get = (name) =>
    name.startsWith(folder) ? Promise.resolve(new TextEncoder().encode("<!doctype html>")) : get(name);
  expect(await reader.sync()).toMatchObject({ missing: 1, notOurs: 1 });
  expect(reader.seen()).toEqual({ b: 2 });
  store.get = get;
  expect(await reader.sync()).toMatchObject({ missing: 0 });
  expect(reader.seen()).toEqual({ a: 1, b: 2 });
});

test("an answer that was lost is not a second batch", async () => {
  const store = memoryStore();
  const browser = testBrowser(store);
  browser.write("a", 1);
  const { put } = store;
  store.put = async (name, bytes) => {
    await put(name, bytes);
    if (name.startsWith("b/")) throw new StoreError("offline");
  };
  await expect(browser.sync()).rejects.toThrow();
  store.put = put;
  await browser.sync();
  expect([...store.files.keys()].filter((name) => name.startsWith("b/"))).toHaveLength(1);
});

test("half of a batch that was answered with “created” gets no marker, and the next try another name", async () => {
  const store = memoryStore();
  const browser = testBrowser(store);
  browser.write("a", 1);
  const { put } = store;
  store.put = (name, bytes) => put(name, name.startsWith("b/") ? bytes.subarray(0, 9) : bytes);
  await expect(browser.sync()).rejects.toMatchObject({ failure: "offline" });
  expect([...store.files.keys()].filter((name) => /^h\/[^g]/.test(name))).toEqual([]);
  store.put = put;
  await browser.sync();
  expect([...store.files.keys()].filter((name) => name.startsWith("b/"))).toHaveLength(2);
});

test("a store that was set back is noticed, and gets everything again from all browsers", async () => {
  const store = memoryStore();
  const [one, other] = [testBrowser(store), testBrowser(store)];
  one.write("a", 1);
  await one.sync();
  const backup = new Map(store.files);
  one.write("b", 2);
  await one.sync();
  await other.sync();
  store.files = backup;
  expect(await one.sync()).toMatchObject({ healed: "rolledBack" });
  expect(await other.sync()).toMatchObject({ healed: "emptied" });
  const late = testBrowser(store);
  await late.sync();
  expect(late.seen()).toEqual({ a: 1, b: 2 });
});

test("a browser whose database was lost gets everything from the store", async () => {
  const store = memoryStore();
  const browser = testBrowser(store);
  browser.write("a", 1);
  await browser.sync({ limits: { snapshotBatches: 0 } });
  const again = testBrowser(store);
  await again.sync();
  expect(again.seen()).toEqual({ a: 1 });
  expect(again.replica.disk.state?.writer).not.toBe(browser.replica.disk.state?.writer);
});

test("a clock that is ahead is told, and refuses nothing", async () => {
  const store = memoryStore();
  const { list } = store;
  const browser = testBrowser(store);
  store.list = async (folder) => ({ ...(await list(folder)), date: browser.now - 10_800_000 });
  browser.write("a", 1);
  expect(await browser.sync()).toMatchObject({ sent: 1, aheadMs: 10_800_000 });
});

test("what a later version wrote is kept for later, and own edits are sent on", async () => {
  const store = memoryStore();
  const writer = testBrowser(store);
  writer.write("a", 1);
  await writer.sync();
  const old = plainSealer(() => "0".repeat(32));
  const reader = testBrowser(store, {
    ...old,
    open: () => Promise.reject(new Unreadable("newer")),
  });
  reader.write("b", 2);
  expect(await reader.sync()).toMatchObject({ sent: 1, newer: 1 });
});

test("a store that hides what another browser has seen is told on", async () => {
  const store = memoryStore();
  const [writer, witness, reader] = [testBrowser(store), testBrowser(store), testBrowser(store)];
  writer.write("a", 1);
  await writer.sync();
  await witness.sync();
  witness.write("b", 2);
  await witness.sync();
  const { list } = store;
  const hidden = writer.replica.disk.state?.writer ?? "";
  store.list = async (folder) => ({
    names: (await list(folder)).names.filter((name) => !name.startsWith(hidden)),
  });
  expect(await reader.sync()).toMatchObject({ withheld: 1 });
});

test("a disk that is full acknowledges nothing, and nothing is lost", async () => {
  const store = memoryStore();
  const [writer, reader] = [testBrowser(store), testBrowser(store)];
  writer.write("a", 1);
  await writer.sync();
  const { commit } = reader.replica;
  reader.replica.commit = () => Promise.reject(new Error("QuotaExceededError"));
  await expect(reader.sync()).rejects.toThrow("Quota");
  reader.replica.commit = commit;
  await reader.sync();
  expect(reader.seen()).toEqual({ a: 1 });
});

test("a field and a table that this version does not know are kept and passed on", async () => {
  const store = memoryStore();
  const [newer, older, third] = [testBrowser(store), testBrowser(store), testBrowser(store)];
  const op = newer.write("a", { deep: ["what", "is", "new"] });
  await newer.sync();
  await older.sync();
  store.files.clear();
  await older.sync({ refillEmpty: true });
  await third.sync();
  expect(third.has(op)).toBe(true);
  expect(third.seen()).toEqual({ a: { deep: ["what", "is", "new"] } });
});

test("with nothing new, a sync is one request however long the history is", async () => {
  const store = memoryStore();
  store.faults = noFaults;
  const browser = testBrowser(store);
  for (let edit = 0; edit < 40; edit += 1) {
    browser.write("a", edit);
    await browser.sync();
  }
  const before = store.counts.requests;
  await browser.sync();
  expect(store.counts.requests - before).toBe(1);
});

test("a single edit is sent with five requests, and batches that a snapshot covers are removed", async () => {
  const store = memoryStore();
  const browser = testBrowser(store);
  browser.write("a", 0);
  await browser.sync();
  browser.write("a", 1);
  const before = store.counts.requests;
  await browser.sync();
  // List; the batch and back; the marker; the old marker away.
  expect(store.counts.requests - before).toBe(5);
  await browser.sync({ limits: { snapshotBatches: 0, keepMs: 0 } });
  expect([...store.files.keys()].filter((name) => name.startsWith("b/"))).toHaveLength(1);
});
