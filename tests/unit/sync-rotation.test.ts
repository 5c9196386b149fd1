import { describe, expect, test } from "vitest";
import { keyringOf, refreshKeys, secretsOf, type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import { beginSpace, letIn, openWithCode } from "@/lib/sync/open-space.ts";
import { holderOf, newIdentity } from "@/lib/sync/identity.ts";
import { openWithPassphrase, setPassphrase } from "@/lib/sync/passphrase.ts";
import { changeKey, mendKeys, replaceCode } from "@/lib/sync/rotation.ts";
import { sealerOf } from "@/lib/sync/seal.ts";
import { StoreError } from "@/lib/sync/store.ts";
import { testBrowser } from "@/tests/sync/browser.ts";
import { type KeyedBrowser, keyedBrowser } from "@/tests/sync/keyed-browser.ts";
import { type MemoryStore, memoryStore } from "@/tests/sync/memory-store.ts";

const names = (keys: SpaceKeys): string[] => standing(keys).holders.map(({ name, kind }) => name || kind);

/** Browsers of one person, in step. */
async function household(
  ...more: string[]
): Promise<{ root: MemoryStore; code: string; all: KeyedBrowser[] }> {
  const root = memoryStore();
  const { keys, code } = await beginSpace(root, { name: "Laptop", now: 1 });
  const all = [keyedBrowser(root, keys)];
  for (const name of more) all.push(keyedBrowser(root, await openWithCode(root, code, { name, now: 2 })));
  for (const browser of [...all, ...all]) await browser.sync();
  return { root, code, all };
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new Error("There is none.");
  return value;
}

test("a lost browser reads nothing that is written after its removal, and what it writes is read by nobody", async () => {
  const { root, all } = await household("Phone", "Desktop");
  const [laptop, phone, desktop] = [pick(all, 0), pick(all, 1), pick(all, 2)];
  phone.write("a", "before");
  await phone.sync();
  await laptop.sync();
  const { heads } = laptop.replica.disk.state ?? {};
  laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 5, remove: [phone.keys.me.id], heads });
  expect(names(laptop.keys)).toEqual(["Laptop", "code", "Desktop"]);

  laptop.write("b", "after");
  await laptop.sync();
  // The thief goes on as if nothing had happened, with the keys there were.
  const thief = keyedBrowser(root, phone.keys);
  thief.replica.disk = phone.replica.disk;
  await expect(thief.sync()).rejects.toThrow("removed");
  const deaf = testBrowser(phone.store, sealerOf(keyringOf(phone.keys)));
  deaf.replica.disk = phone.replica.disk;
  deaf.now = phone.now;
  deaf.write("a", "by the thief");
  await deaf.sync();

  for (const browser of [desktop, laptop, desktop]) await browser.sync();
  for (const browser of [laptop, desktop]) expect(browser.seen()).toEqual({ a: "before", b: "after" });
  expect(deaf.seen()).toEqual({ a: "by the thief" });
});

test("what was written with the old key is read after a change, also by who comes later", async () => {
  const { root, all } = await household();
  const laptop = pick(all, 0);
  laptop.write("old", 1);
  await laptop.sync();
  const { keys, code } = await replaceCode(laptop.store, laptop.keys, 5);
  laptop.keys = keys;
  laptop.write("new", 2);
  await laptop.sync();
  const late = keyedBrowser(root, await openWithCode(root, code, { name: "Late", now: 9 }));
  await late.sync();
  expect(late.seen()).toEqual({ old: 1, new: 2 });
  expect(keyringOf(late.keys).current).toMatch(/^0002/);
});

test("the code that was replaced opens the space no more", async () => {
  const { root, all, code } = await household();
  const laptop = pick(all, 0);
  await replaceCode(laptop.store, laptop.keys, 5);
  await expect(openWithCode(root, code, { name: "Late", now: 9 })).rejects.toThrow("replaced");
});

test("two changes at once are both good; all write with the same one, and who was removed by either is out", async () => {
  const { all } = await household("Phone", "Desktop", "Tablet");
  const [laptop, phone, desktop, tablet] = [pick(all, 0), pick(all, 1), pick(all, 2), pick(all, 3)];
  const [before, beforeToo] = [laptop.keys, desktop.keys];
  // Both started before either had seen the other's.
  const [one, other] = await Promise.all([
    changeKey(laptop.store, before, { now: 5, remove: [phone.keys.me.id] }),
    changeKey(desktop.store, beforeToo, { now: 5, remove: [tablet.keys.me.id] }),
  ]);
  [laptop.keys, desktop.keys] = [one, other];
  for (const browser of [laptop, desktop, laptop, desktop]) {
    browser.write(browser.keys.me.id, "still here");
    await browser.sync();
  }
  await laptop.sync();
  expect(names(laptop.keys)).toEqual(["Laptop", "code", "Desktop"]);
  expect(names(desktop.keys)).toEqual(["Laptop", "code", "Desktop"]);
  expect(keyringOf(laptop.keys).current).toBe(keyringOf(desktop.keys).current);
  expect(standing(laptop.keys)).toMatchObject({ mustRotate: false, lacking: [] });
  expect(Object.keys(laptop.seen())).toHaveLength(2);
  expect(laptop.seen()).toEqual(desktop.seen());
});

test("who is let in while the key is changed is given the new one by whoever sees both", async () => {
  const { all } = await household("Desktop");
  const [laptop, desktop] = [pick(all, 0), pick(all, 1)];
  const before = { ...laptop.keys };
  desktop.keys = await changeKey(desktop.store, desktop.keys, { now: 5 });
  const identity = await newIdentity();
  const late = await holderOf(before.space, identity, { kind: "browser", name: "Late", at: 6 });
  await letIn(laptop.store, before, { secrets: await secretsOf(before), holder: late, now: 6 });
  expect(standing(await refreshKeys(desktop.store, desktop.keys)).lacking).toEqual([late]);
  const mended = await mendKeys(desktop.store, await desktop.refresh(), 7);
  expect(standing(mended).lacking).toEqual([]);
  expect(await mendKeys(desktop.store, mended, 8)).toBe(mended);
});

test("who was removed cannot let anybody in with the old key", async () => {
  const { all } = await household("Phone");
  const [laptop, phone] = [pick(all, 0), pick(all, 1)];
  const stale = phone.keys;
  laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 5, remove: [phone.keys.me.id] });
  const accomplice = await holderOf(stale.space, await newIdentity(), {
    kind: "browser",
    name: "Accomplice",
    at: 6,
  });
  await letIn(phone.store, stale, { secrets: await secretsOf(stale), holder: accomplice, now: 6 });
  expect(names(await laptop.refresh())).toEqual(["Laptop", "code"]);
  expect(await mendKeys(laptop.store, laptop.keys, 7)).toBe(laptop.keys);
});

test("a browser that was let in removes the one that let it in", async () => {
  const { root, all, code } = await household("Desktop");
  const [laptop, desktop] = [pick(all, 0), pick(all, 1)];
  await desktop.refresh();
  desktop.keys = await changeKey(desktop.store, desktop.keys, { now: 5, remove: [laptop.keys.me.id] });
  expect(names(desktop.keys)).toEqual(["code", "Desktop"]);
  const late = await openWithCode(root, code, { name: "Late", now: 6 });
  expect(names(late)).toEqual(["code", "Desktop", "Late"]);
});

test("whoever has seen the same notices agrees on who is in, in whatever order they came", async () => {
  const { all } = await household("Phone", "Desktop");
  const [laptop, , desktop] = [pick(all, 0), pick(all, 1), pick(all, 2)];
  laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 5 });
  await desktop.refresh();
  const { notices } = await desktop.refresh();
  const told = standing({ ...desktop.keys, notices });
  for (const order of [notices.toReversed(), notices.toSorted((a, b) => (a.name < b.name ? -1 : 1))]) {
    const other = standing({ ...desktop.keys, notices: order });
    expect(other.current).toBe(told.current);
    expect(other.holders.map(({ id }) => id).toSorted()).toEqual(told.holders.map(({ id }) => id).toSorted());
  }
});

test("a storage that was emptied is given its keys back, and opens with the code and the passphrase again", async () => {
  const { root, all, code } = await household();
  const laptop = pick(all, 0);
  laptop.write("a", 1);
  laptop.keys = await setPassphrase(laptop.store, laptop.keys, "the kettle is on", 3);
  laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 4 });
  await laptop.sync();
  root.files.clear();
  expect(await laptop.sync()).toMatchObject({ asksAboutEmpty: true });
  expect(root.files.size).toBe(0);
  await laptop.sync({ refillEmpty: true });
  const late = keyedBrowser(root, await openWithCode(root, code, { name: "Late", now: 9 }));
  await late.sync();
  expect(late.seen()).toEqual({ a: 1 });
  expect(keyringOf(late.keys).epochs.size).toBe(2);
  const other = await openWithPassphrase(root, "the kettle is on", { name: "Other", now: 10 });
  expect(names(other)).toEqual(expect.arrayContaining(["Laptop", "Late", "Other"]));
  const { length } = laptop.keys.notices;
  await laptop.refresh();
  expect(new Set(laptop.keys.notices.map(({ signature }) => signature)).size).toBe(
    laptop.keys.notices.length,
  );
  expect(laptop.keys.notices.length).toBeGreaterThan(length);
});

test("with keys and all, a sync that brings nothing is one request", async () => {
  const { root, all } = await household("Desktop", "Phone");
  const laptop = pick(all, 0);
  laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 4 });
  for (const browser of [...all, ...all]) await browser.sync();
  const before = root.counts.requests;
  await laptop.sync();
  expect(root.counts.requests - before).toBe(1);
});

test("a change that broke off before it was made known is made known by the next sync", async () => {
  const { root, all } = await household("Desktop");
  const [laptop, desktop] = [pick(all, 0), pick(all, 1)];
  laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 4 });
  for (const name of root.files.keys()) if (name.includes("/h/e.0002")) root.files.delete(name);
  await desktop.sync();
  expect(keyringOf(desktop.keys).current).toMatch(/^0001/);
  await laptop.sync();
  await desktop.sync();
  expect(keyringOf(desktop.keys).current).toMatch(/^0002/);
});

test("a key that a browser made counts also after that browser, and then the code that let it in, are gone", async () => {
  const { all } = await household("Phone");
  const [laptop, phone] = [pick(all, 0), pick(all, 1)];
  phone.keys = await changeKey(phone.store, phone.keys, { now: 5 });
  laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 6, remove: [phone.keys.me.id] });
  const { keys } = await replaceCode(laptop.store, laptop.keys, 7);
  expect(standing(keys).current).toBe(keys.epochs.at(-1)?.id);
  expect(names(keys)).toEqual(["Laptop", "code"]);
});

describe("what breaks off or crosses is put right by whoever comes next:", () => {
  test("a removal of which the removed one was not told", async () => {
    const { root, all } = await household("Phone", "Desktop");
    const [laptop, phone, desktop] = [pick(all, 0), pick(all, 1), pick(all, 2)];
    const { put } = root;
    const old = keyringOf(laptop.keys).current;
    root.put = (name, bytes) => {
      if (name.includes(`k/${old}/`) && name.includes(".n~")) throw new StoreError("offline");
      return put(name, bytes);
    };
    const removing = changeKey(laptop.store, laptop.keys, { now: 5, remove: [phone.keys.me.id] });
    await expect(removing).rejects.toThrow("offline");
    root.put = put;
    await phone.sync();
    await desktop.sync();
    await expect(phone.sync()).rejects.toThrow("removed");
  });

  test("a removal while the removed one was given another key", async () => {
    const { all } = await household("Phone", "Desktop");
    const [laptop, phone, desktop] = [pick(all, 0), pick(all, 1), pick(all, 2)];
    const before = desktop.keys;
    laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 5, remove: [phone.keys.me.id] });
    // The other did not see it, and changed the key too.
    const { list } = desktop.store;
    desktop.store.list = async (folder) => ({
      names: (await list(folder)).names.filter((name) => name !== keyringOf(laptop.keys).current),
    });
    desktop.keys = await changeKey(desktop.store, before, { now: 6 });
    desktop.store.list = list;
    for (const browser of [desktop, laptop, desktop]) await browser.sync();
    await expect(phone.sync()).rejects.toThrow("removed");
    expect(keyringOf(desktop.keys).current).toBe(keyringOf(laptop.keys).current);
  });

  test("a key that was read while its notice could not be", async () => {
    const { root, all } = await household("Desktop");
    const [laptop, desktop] = [pick(all, 0), pick(all, 1)];
    laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 5 });
    const { get } = root;
    root.get = async (name) => (name.includes(".n~") ? null : get(name));
    await desktop.sync();
    expect(keyringOf(desktop.keys).current).not.toBe(keyringOf(laptop.keys).current);
    root.get = get;
    await desktop.sync();
    expect(keyringOf(desktop.keys).current).toBe(keyringOf(laptop.keys).current);
  });

  test("a browser that was let in with an older key only", async () => {
    const { root, code, all } = await household();
    const laptop = pick(all, 0);
    laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 5 });
    const { list } = root;
    const hidden = keyringOf(laptop.keys).current;
    root.list = async (folder) => ({ names: (await list(folder)).names.filter((name) => name !== hidden) });
    const desktop = keyedBrowser(root, await openWithCode(root, code, { name: "Desktop", now: 6 }));
    root.list = list;
    laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 7 });
    laptop.write("a", "with the third key");
    await laptop.sync();
    await desktop.sync();
    expect(keyringOf(desktop.keys).current).toBe(keyringOf(laptop.keys).current);
    expect(desktop.seen()).toEqual({ a: "with the third key" });
  });

  test("a removal, and what was written, with a key that somebody who came meanwhile was not given", async () => {
    // Chance decides which of two keys at once is written with.
    for (let time = 0; time < 8; time += 1) {
      const { root, code, all } = await household("Phone");
      const [laptop, phone] = [pick(all, 0), pick(all, 1)];
      laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 5, remove: [phone.keys.me.id] });
      laptop.write("a", "with that key");
      await laptop.sync();
      const { list } = root;
      const hidden = keyringOf(laptop.keys).current;
      root.list = async (folder) => ({
        names: (await list(folder)).names.filter((name) => name !== hidden),
      });
      const desktop = keyedBrowser(root, await openWithCode(root, code, { name: "Desktop", now: 6 }));
      desktop.keys = (await replaceCode(desktop.store, desktop.keys, 7)).keys;
      root.list = list;
      for (const browser of [laptop, desktop, laptop, desktop]) await browser.sync();
      for (const { keys } of [laptop, desktop]) expect(names(keys)).toEqual(["Laptop", "Desktop", "code"]);
      expect(keyringOf(desktop.keys).current).toBe(keyringOf(laptop.keys).current);
      expect(desktop.seen()).toEqual({ a: "with that key" });
      await expect(phone.sync()).rejects.toThrow("removed");
    }
  });

  test("what one browser read of another that was out for the rest", async () => {
    const { all } = await household("Phone", "Desktop");
    const [laptop, phone, desktop] = [pick(all, 0), pick(all, 1), pick(all, 2)];
    phone.write("a", "on the way out");
    await phone.sync();
    await desktop.sync();
    const { heads } = laptop.replica.disk.state ?? {};
    laptop.keys = await changeKey(laptop.store, laptop.keys, { now: 5, remove: [phone.keys.me.id], heads });
    for (const browser of [laptop, desktop, laptop]) await browser.sync();
    expect(desktop.seen()).toEqual({ a: "on the way out" });
    expect(laptop.seen()).toEqual(desktop.seen());
  });
});
