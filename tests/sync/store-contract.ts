import { describe, expect, test } from "vitest";
import { randomHex } from "@/lib/sync/bytes.ts";
import {
  batchName,
  heads,
  markerName,
  markName,
  parseBatch,
  parseMark,
  parseMarker,
  parseSnapshot,
  partName,
  snapshotId,
  snapshotName,
} from "@/lib/sync/names.ts";
import { probeStore } from "@/lib/sync/probe.ts";
import { type Store, StoreError, type StoreFailure } from "@/lib/sync/store.ts";

/** What a test of the contract needs of a storage. */
export interface ContractOptions {
  /** A store of this space on one and the same storage; called inside the tests only. */
  open: (space: string) => Store;
  /** As many names in one folder; a thousand takes long on some. */
  manyNames?: number;
}

/** Every verb of a store ends with this failure. */
export async function expectFailure(store: Store, failure: StoreFailure): Promise<void> {
  const calls = [
    () => store.list("h"),
    () => store.get("h/a"),
    () => store.put("h/a", Uint8Array.of(1)),
    () => store.remove("h/a"),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject({ name: "StoreError", failure });
}

let spaces = 0;

/** What is asked of every storage, whatever it is. */
export function storeContract({ open, manyNames = 300 }: ContractOptions): void {
  const fresh = (): Store => {
    spaces += 1;
    return open(`contract-${spaces}`);
  };

  describe("the contract", () => {
    test("what is not there is an empty folder and no file, and can be removed", async () => {
      const store = fresh();
      expect((await store.list("h")).names).toEqual([]);
      expect((await store.list(`b/${"0".repeat(32)}`)).names).toEqual([]);
      expect(await store.get("h/nothing")).toBeNull();
      expect(await store.get("b/nobody/nothing")).toBeNull();
      await store.remove("h/nothing");
      await store.remove("b/nobody/nothing");
    });

    test("bytes come back as they were, whatever they are and however many", async () => {
      const store = fresh();
      const all = Uint8Array.from({ length: 256 }, (_, index) => index);
      const text = new TextEncoder().encode("MPB1 lines\r\nof text \u00e9\n\n");
      const large = Uint8Array.from({ length: 1_200_000 }, (_, index) => (index * 31 + (index >> 9)) & 0xff);
      for (const [index, bytes] of [all, text, large, Uint8Array.of(0)].entries()) {
        await store.put(`b/writer/${index}`, bytes);
        expect(await store.get(`b/writer/${index}`)).toEqual(bytes);
      }
    });

    test("every name that syncing uses is listed as it was given, in its folder alone", async () => {
      const store = fresh();
      const writer = "0123456789abcdef".repeat(2);
      const link = { writer, seq: 7, ref: "fedcba9876543210~01234567" };
      const id = snapshotId(1_790_000_000_000, writer, link.ref);
      const names = [
        markName(writer),
        markerName(link),
        batchName(link),
        partName(link.ref),
        snapshotName(id),
      ];
      for (const name of names) await store.put(name, Uint8Array.of(46));
      const namesIn = async (folder: string): Promise<string[]> =>
        [...(await store.list(folder)).names].toSorted();
      const [marker = "", mark = "", ...others] = await namesIn(heads);
      expect([parseMarker(marker), parseMark(mark), others]).toEqual([link, writer, []]);
      expect((await namesIn(`b/${writer}`)).map((name) => parseBatch(writer, name))).toEqual([link]);
      expect((await namesIn("s")).map((name) => parseSnapshot(name)?.id)).toEqual([id, undefined]);
      expect(await namesIn("b")).toEqual([writer]);
      for (const name of names) await store.remove(name);
      for (const name of names) expect(await store.get(name)).toBeNull();
      for (const folder of ["h", "s", `b/${writer}`]) expect(await namesIn(folder)).toEqual([]);
    });

    test("a long list is whole", async () => {
      const store = fresh();
      const names = Array.from({ length: manyNames }, (_, index) => `${index}.name~${index}`);
      await store.put(`h/${names[0]}`, Uint8Array.of(46));
      const todo = names.slice(1);
      const worker = async (): Promise<void> => {
        for (let name = todo.pop(); name; name = todo.pop()) await store.put(`h/${name}`, Uint8Array.of(46));
      };
      await Promise.all(Array.from({ length: 6 }, worker));
      expect([...(await store.list("h")).names].toSorted()).toEqual(names.toSorted());
    });

    test("browsers that begin at the same moment make the folders together", async () => {
      const store = fresh();
      const names = Array.from({ length: 8 }, (_, index) => `b/writer-${index % 2}/${index}`);
      const put = async (name: string, index: number): Promise<void> => {
        try {
          await store.put(name, Uint8Array.of(index));
        } catch (error) {
          // Some lock a folder while it is made, and say so: that is what is tried again.
          if (!(error instanceof StoreError) || error.failure !== "busy") throw error;
          await put(name, index);
        }
      };
      await Promise.all(names.map(put));
      for (const [index, name] of names.entries())
        expect(await store.get(name)).toEqual(Uint8Array.of(index));
    });

    test("one space sees nothing of another", async () => {
      const [one, other] = [fresh(), fresh()];
      await one.put("h/name", Uint8Array.of(1));
      expect((await other.list("h")).names).toEqual([]);
      expect(await other.get("h/name")).toBeNull();
    });

    test("the test of a storage finds nothing wrong with it, and leaves nothing behind", async () => {
      const store = fresh();
      const result = await probeStore({ store, now: () => Date.now(), randomHex });
      expect(result.failed).toBeUndefined();
      expect(result.works).toHaveLength(8);
      expect((await store.list("h")).names).toEqual([]);
      // Servers say their time in whole seconds.
      if (result.aheadMs !== undefined) expect(Math.abs(result.aheadMs)).toBeLessThan(60_000);
    });
  });
}
