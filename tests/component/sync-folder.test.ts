import { afterAll, expect, test, vi } from "vitest";
import { randomHex } from "@/lib/sync/bytes.ts";
import { folderStore } from "@/lib/sync/folder.ts";
import { sync } from "@/lib/sync/sync.ts";
import { memoryReplica } from "@/tests/sync/memory-replica.ts";
import { expectFailure, storeContract } from "@/tests/sync/store-contract.ts";
import { testSealer } from "@/tests/sync/test-sealer.ts";

const root = await (
  await navigator.storage.getDirectory()
).getDirectoryHandle("sync-tests", { create: true });
const open = (space: string, now = () => Date.now()) =>
  folderStore({ root, folder: `milepost1/${space}`, now });

afterAll(async () => (await navigator.storage.getDirectory()).removeEntry("sync-tests", { recursive: true }));

storeContract({ open });

async function heads(space: string): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const name of ["milepost1", space, "h"])
    folder = await folder.getDirectoryHandle(name, { create: true });
  return folder;
}

async function writeForeign(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writing.write("by another program");
  await writing.close();
}

test("what other programs put there is passed over and stays", async () => {
  const folder = await heads("foreign");
  const store = open("foreign");
  const foreign = [
    ".stfolder",
    ".syncthing.name.tmp",
    "~syncthing~name.tmp",
    "g.0123.sync-conflict-20261125-200000-ABCDEFG",
    "name (conflicted copy).m",
    "name (Laptop's conflicted copy 2026-11-25).m",
    "desktop ini",
    "name.tmp",
  ];
  for (const name of foreign) await writeForeign(folder, name);
  await store.put("h/ours", Uint8Array.of(1));
  expect((await store.list("h")).names).toEqual(["ours"]);
  const still: string[] = [];
  for await (const name of folder.keys()) still.push(name);
  expect(still.toSorted()).toEqual([...foreign, "ours"].toSorted());
});

test("a file that was never finished is swept away a day later, and never listed", async () => {
  const folder = await heads("swept");
  await writeForeign(folder, "half.crswap");
  const has = async (): Promise<boolean> => {
    for await (const name of folder.keys()) if (name === "half.crswap") return true;
    return false;
  };
  expect((await open("swept").list("h")).names).toEqual([]);
  expect(await has()).toBe(true);
  expect((await open("swept", () => Date.now() + 25 * 3_600_000).list("h")).names).toEqual([]);
  expect(await has()).toBe(false);
});

test("a file that cannot be written whole leaves nothing under its name", async () => {
  const store = open("cut");
  const write = vi
    .spyOn(FileSystemWritableFileStream.prototype, "write")
    .mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
  await expect(store.put("h/a", new Uint8Array(1000))).rejects.toMatchObject({ failure: "full" });
  write.mockRestore();
  expect(await store.get("h/a")).toBeNull();
  expect((await store.list("h")).names).toEqual([]);
});

test.each([
  ["NotAllowedError", "refused"],
  ["NotReadableError", "busy"],
  ["NoModificationAllowedError", "busy"],
] as const)("%s of the browser is %s", async (name, failure) => {
  const store = open("failing");
  await store.put("h/a", Uint8Array.of(1));
  const handle = vi
    .spyOn(FileSystemDirectoryHandle.prototype, "getDirectoryHandle")
    .mockRejectedValue(new DOMException("no", name));
  await expectFailure(store, failure);
  handle.mockRestore();
});

test("a folder that was taken away is no storage, and not an empty one", async () => {
  const gone = await root.getDirectoryHandle("gone", { create: true });
  const store = folderStore({ root: gone, folder: "milepost1/space", now: () => Date.now() });
  await store.put("h/a", Uint8Array.of(1));
  await root.removeEntry("gone", { recursive: true });
  await expect(store.list("h")).rejects.toMatchObject({ failure: "notStorage" });
  await expect(store.put("h/a", Uint8Array.of(1))).rejects.toMatchObject({ failure: "notStorage" });
});

test("browsers that share a folder agree", async () => {
  const store = open("shared");
  const sealer = await testSealer("shared");
  const browsers = ["one", "other"].map((writer) => {
    const replica = memoryReplica();
    return {
      replica,
      write: (id: string) => replica.write({ id, field: "title", value: writer, now: Date.now(), writer }),
      sync: () => sync({ store, replica, sealer, now: () => Date.now(), randomHex }),
    };
  });
  for (const browser of [...browsers, ...browsers]) {
    browser.write(`row-${browser.replica.disk.log.length}`);
    await browser.sync();
  }
  for (const browser of browsers) await browser.sync();
  const [one, other] = browsers.map(({ replica }) => replica.disk.rows);
  expect(one).toEqual(other);
  expect(one?.size).toBeGreaterThan(2);
});
