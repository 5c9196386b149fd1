import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oftenWritten } from "@/lib/sync/often-written.ts";
import { packWell } from "@/lib/sync/pack.ts";
import { epochKey, type Keyring, sealerOf } from "@/lib/sync/seal.ts";
import type { Parcel } from "@/lib/sync/sealer.ts";
import { batchBody } from "@/lib/sync/wire.ts";
import { milestoneEdits } from "@/tests/bench/sync-edits.ts";
import { repositoryRoot } from "@/tests/harness/folders.ts";
import { testBrowser } from "@/tests/sync/browser.ts";
import { memoryStore } from "@/tests/sync/memory-store.ts";

async function keyring(secret: number, space = "personal"): Promise<Keyring> {
  const current = "0102030405060708";
  return { space, current, epochs: new Map([[current, await epochKey(new Uint8Array(32).fill(secret))]]) };
}

async function sealed(): Promise<{ parcel: Parcel; bytes: Uint8Array; ring: Keyring }> {
  const ring = await keyring(1);
  const sealer = sealerOf(ring);
  const { writer, key } = await sealer.newWriter();
  const prev = "0123456789abcdef~01234567";
  const parcel: Parcel = { kind: "batch", writer, seq: 7, prev, body: { title: "Ask for feedback" } };
  return { parcel, bytes: await sealer.seal(parcel, key), ring };
}

test("what was sealed is opened by whoever has the key, and tells nothing to others", async () => {
  const { parcel, bytes, ring } = await sealed();
  expect(await sealerOf(ring).open(bytes, "batch")).toEqual(parcel);
  expect(new TextDecoder().decode(bytes)).not.toMatch(/title|feedback|personal/);
  await expect(sealerOf(await keyring(2)).open(bytes, "batch")).rejects.toThrow("damaged");
  await expect(sealerOf({ ...ring, epochs: new Map() }).open(bytes, "batch")).rejects.toThrow("noKey");
});

test("a parcel that was changed anywhere, cut off or put in another place is refused", async () => {
  const { bytes, ring } = await sealed();
  const sealer = sealerOf(ring);
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Uint8Array.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
    await expect(sealer.open(changed, "batch")).rejects.toThrow(/damaged|notOurs|newer|noKey/);
  }
  for (const length of [0, 3, 100, bytes.length - 1])
    await expect(sealer.open(bytes.subarray(0, length), "batch")).rejects.toThrow(/damaged|notOurs/);
  await expect(sealer.open(bytes, "part")).rejects.toThrow("damaged");
  await expect(sealerOf(await keyring(1, "room")).open(bytes, "batch")).rejects.toThrow("damaged");
});

test("whoever has the key cannot write under another writer’s name", async () => {
  const { parcel, ring } = await sealed();
  const sealer = sealerOf(ring);
  const { key } = await sealer.newWriter();
  await expect(sealer.open(await sealer.seal(parcel, key), "batch")).rejects.toThrow("damaged");
});

test("any bytes at all are refused as what they are", async () => {
  const sealer = sealerOf(await keyring(1));
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await expect(sealer.open(bytes, "batch")).rejects.toThrow(/damaged|notOurs/);
    }),
  );
});

test("browsers are in step over a store that holds none of their words", async () => {
  const store = memoryStore();
  const sealer = sealerOf(await keyring(1));
  const first = testBrowser(store, sealer);
  const second = testBrowser(store, sealer);
  first.write("goal", "Negotiate the raise");
  await first.sync({ limits: { snapshotBatches: 0 } });
  await second.sync();
  expect(second.seen()).toEqual({ goal: "Negotiate the raise" });
  const everything = [...store.files].map(([name, bytes]) => name + new TextDecoder("latin1").decode(bytes));
  for (const each of everything) expect(each).not.toMatch(/Negotiate|title|rows/);
});

test("the private keys cannot be read out", async () => {
  const { key } = await sealerOf(await keyring(1)).newWriter();
  const { privateKey } = key as CryptoKeyPair;
  await expect(crypto.subtle.exportKey("pkcs8", privateKey)).rejects.toThrow();
});

describe("a small parcel", () => {
  test("with one edit takes no more than 400 bytes on the way", async () => {
    const prose = readFileSync(join(repositoryRoot, "README.md"), "utf8");
    const edits = milestoneEdits(100, prose).ops.slice(-200);
    const sealer = sealerOf(await keyring(1));
    const { writer, key } = await sealer.newWriter();
    let bytes = 0;
    for (const op of edits) {
      const body = batchBody({ at: Date.now(), ops: [op], seen: {}, asks: [] });
      bytes += (await sealer.seal({ kind: "batch", writer, seq: 1, prev: null, body }, key)).length;
    }
    expect(bytes / edits.length).toBeLessThanOrEqual(400);
  });

  test("is deflated after words that never change, and a large one without; both are read", async () => {
    const ring = await keyring(1);
    const sealer = sealerOf(ring);
    const { writer, key } = await sealer.newWriter();
    for (const [length, suite] of [
      [100, 2],
      [5_000, 1],
    ] as const) {
      const parcel: Parcel = { kind: "part", writer, seq: 0, prev: null, body: "é".repeat(length) };
      const bytes = await sealer.seal(parcel, key);
      expect(bytes[4]).toBe(suite);
      expect(await sealer.open(bytes, "part")).toEqual(parcel);
    }
    const { bytes } = await packWell({ title: "Ask for feedback" });
    const inflated = inflateRawSync(bytes, { dictionary: Buffer.from(oftenWritten) });
    expect(inflated.toString()).toBe('{"title":"Ask for feedback"}');
    // What lies in storages was deflated after these very words.
    expect(createHash("sha256").update(oftenWritten).digest("hex").slice(0, 16)).toBe("208d5714f70583ae");
    const reader = readFileSync(join(repositoryRoot, "tests/sync/read-space.py"), "utf8");
    expect([...reader.matchAll(/^ {4}b'(.*)'$/gm)].map(([, part]) => part).join("")).toBe(oftenWritten);
  });
});
