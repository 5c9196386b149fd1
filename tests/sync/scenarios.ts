import assert from "node:assert/strict";
import { compareStamps } from "@/lib/domain/hlc.ts";
import { StoreError } from "@/lib/sync/store.ts";
import { copyProfile, testBrowser } from "./browser.ts";
import { memoryStore } from "./memory-store.ts";

/*
 * What the simulator meets too rarely to be relied on: each guard has a case of its own here. They are plain functions,
 * so that they also run against an engine that lacks the guard; see `mutants.ts`.
 */

/** Two copies of one profile, both alive: the second takes another name, and nobody loses an edit. */
export async function copiedProfile(): Promise<void> {
  const store = memoryStore();
  const first = testBrowser(store);
  first.write("a", "before");
  await first.sync();
  const second = copyProfile(first, store);
  first.write("a", "by the first");
  first.write("b", "by the first");
  second.now += 10;
  second.write("c", "by the second");
  await first.sync();
  const report = await second.sync();
  assert.equal(report.renamed, true);
  assert.notEqual(second.replica.disk.state?.writer, first.replica.disk.state?.writer);
  await first.sync();
  const all = { a: "by the first", b: "by the first", c: "by the second" };
  assert.deepEqual(first.seen(), all);
  assert.deepEqual(second.seen(), all);
}

/** An edit that a person makes while everything is gathered for a snapshot is in no batch yet, so there is no snapshot. */
export async function editDuringSnapshot(): Promise<void> {
  const store = memoryStore();
  const browser = testBrowser(store);
  const { everything } = browser.replica;
  browser.replica.everything = (sent) => {
    browser.write("a", "typed just now");
    return everything(sent);
  };
  browser.write("a", "sent");
  await browser.sync({ limits: { snapshotBatches: 0 } });
  assert.deepEqual(
    [...store.files.keys()].filter((name) => name.startsWith("s/")),
    [],
  );
  browser.replica.everything = everything;
  await browser.sync({ limits: { snapshotBatches: 0 } });
  assert.equal([...store.files.keys()].filter((name) => name.endsWith(".m")).length, 1);
}

/** Two copies of a profile with the same batch under way never meet in a name: the name of a try is random. */
export async function copiesWithTheSameBatch(): Promise<void> {
  const store = memoryStore();
  const names: string[] = [];
  const { put } = store;
  let isDown = true;
  store.put = async (name, bytes) => {
    if (name.startsWith("b/")) {
      names.push(name);
      if (isDown) throw new StoreError("offline");
    }
    await put(name, bytes);
  };
  const first = testBrowser(store);
  first.write("a", 1);
  await assert.rejects(first.sync());
  const second = copyProfile(first, store);
  await assert.rejects(first.sync());
  await assert.rejects(second.sync());
  isDown = false;
  await first.sync();
  await second.sync();
  assert.equal(names.length, new Set(names).size);
}

/** What is written here next comes after all that is seen here, whatever the clocks say. */
export async function clockFollows(): Promise<void> {
  const store = memoryStore();
  const ahead = testBrowser(store);
  ahead.now += 3_600_000;
  const theirs = ahead.write("a", "an hour ahead");
  await ahead.sync();
  const behind = testBrowser(store);
  await behind.sync();
  const mine = behind.write("b", "now");
  assert.ok(compareStamps(mine.stamp, theirs.stamp) > 0);
}

/** An emptied store is asked about before anything is sent to it; then everything is. */
export async function emptiedStore(): Promise<void> {
  const store = memoryStore();
  const browser = testBrowser(store);
  browser.write("a", 1);
  await browser.sync();
  store.files.clear();
  const asked = await browser.sync();
  assert.equal(asked.asksAboutEmpty, true);
  assert.equal(store.files.size, 0);
  const filled = await browser.sync({ refillEmpty: true });
  assert.equal(filled.healed, "emptied");
  const other = testBrowser(store);
  await other.sync();
  assert.deepEqual(other.seen(), { a: 1 });
}

/** A snapshot of a browser that lacks a batch does not hide from its readers that it does. */
export async function snapshotWithHole(): Promise<void> {
  const store = memoryStore();
  const writer = testBrowser(store);
  const lost = writer.write("a", 1);
  await writer.sync();
  writer.write("b", 2);
  await writer.sync();
  const [name] = [...store.files.keys()].filter((each) => each.includes("/00000001-"));
  assert.ok(name);
  const bytes = store.files.get(name);
  assert.ok(bytes);
  store.files.delete(name);
  const lacking = testBrowser(store);
  await lacking.sync({ limits: { snapshotBatches: 0 } });
  lacking.write("c", 3);
  await lacking.sync({ limits: { snapshotBatches: 0 } });
  assert.equal(lacking.has(lost), false);
  store.files.set(name, bytes);
  const late = testBrowser(store);
  await late.sync();
  await late.sync();
  assert.deepEqual(late.seen(), { a: 1, b: 2, c: 3 });
}

/** Two browsers set the same at the same moment: all agree on who did. */
export async function sameMomentTwoWriters(): Promise<void> {
  const store = memoryStore();
  const one = testBrowser(store);
  const other = testBrowser(store);
  one.write("a", "the same");
  other.write("a", "the same");
  for (const each of [one, other, one]) await each.sync();
  assert.deepEqual(one.replica.disk.rows, other.replica.disk.rows);
}

/** Two copies of a profile give one stamp to two values: all agree on one of them. */
export async function sameStampTwoValues(): Promise<void> {
  const store = memoryStore();
  const one = testBrowser(store);
  await one.sync();
  const other = copyProfile(one, store);
  one.write("a", "one");
  other.write("a", "other");
  for (const each of [one, other, one, other]) await each.sync();
  assert.deepEqual(one.seen(), other.seen());
}

/** A listing that lacks a marker, and a batch that is not found for once, are not the end of that batch. */
export async function goneForOnce(): Promise<void> {
  const store = memoryStore();
  const writer = testBrowser(store);
  for (const id of ["a", "b"]) {
    writer.write(id, id);
    await writer.sync();
  }
  const [name = ""] = [...store.files.keys()].filter((each) => each.includes("/00000001-"));
  const bytes = store.files.get(name);
  assert.ok(bytes);
  const reader = testBrowser(store);
  const { list } = store;
  store.files.delete(name);
  await reader.sync();
  store.list = async (folder) => ({
    names: (await list(folder)).names.filter((each) => folder !== "h" || each.startsWith("g.")),
  });
  await reader.sync();
  store.list = list;
  store.files.set(name, bytes);
  await reader.sync();
  assert.deepEqual(reader.seen(), { a: "a", b: "b" });
}

if (import.meta.main) {
  for (const scenario of [
    sameMomentTwoWriters,
    sameStampTwoValues,
    goneForOnce,
    copiedProfile,
    editDuringSnapshot,
    copiesWithTheSameBatch,
    clockFollows,
    emptiedStore,
    snapshotWithHole,
  ])
    await scenario();
}
