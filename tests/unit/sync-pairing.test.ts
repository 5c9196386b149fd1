import fc from "fast-check";
import { expect, test } from "vitest";
import { readBlock, writeBlock } from "@/lib/sync/block.ts";
import { readInvitation } from "@/lib/sync/invitation.ts";
import { changeKey } from "@/lib/sync/rotation.ts";
import { type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import { beginSpace, openWithCode } from "@/lib/sync/open-space.ts";
import { askToJoin, completeJoin, confirmRequest, readRequest, requestLastsMs } from "@/lib/sync/pairing.ts";
import { qrCode } from "@/lib/sync/qr-code.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import type { Store } from "@/lib/sync/store.ts";
import { keyedBrowser } from "@/tests/sync/keyed-browser.ts";
import { type MemoryStore, memoryStore } from "@/tests/sync/memory-store.ts";

async function begun(): Promise<{ root: MemoryStore; keys: SpaceKeys; code: string; store: Store }> {
  const root = memoryStore();
  const { keys, code } = await beginSpace(root, { name: "Laptop", now: 1 });
  return { root, keys, code, store: spaceStore(root, keys.space) };
}

test("a second browser is let in by the first, by a block that is pasted and words that are compared", async () => {
  const { root, keys, store } = await begun();
  const asked = await askToJoin(keys.space, { name: "Phone", now: 10 });
  expect(asked.words.split(" ")).toHaveLength(5);
  expect(await completeJoin(store, structuredClone(asked.wait), 11)).toBeNull();
  // As a mail program breaks it.
  const pasted = `  ${asked.block.replaceAll(/.{60}/g, "$&\r\n")}\n`;
  const request = await readRequest(pasted, 12);
  expect(request).toMatchObject({ words: asked.words, holder: { name: "Phone" } });
  const grown = await confirmRequest(store, keys, request, { seen: asked.words.toUpperCase(), now: 13 });
  const joined = await completeJoin(store, asked.wait, 14);
  if (!joined) throw new Error("It was let in.");

  const [laptop, phone] = [keyedBrowser(root, grown), keyedBrowser(root, joined)];
  phone.write("goal", "Speak up");
  await phone.sync();
  await laptop.sync();
  expect(laptop.seen()).toEqual({ goal: "Speak up" });
  await expect(confirmRequest(store, grown, request, { seen: asked.words, now: 15 })).rejects.toThrow("used");
});

test("a request that was tampered with shows other words, and is not confirmed with the right ones", async () => {
  const { keys, store } = await begun();
  const asked = await askToJoin(keys.space, { name: "Phone", now: 10 });
  const forged = await askToJoin(keys.space, { name: "Phone", now: 10 });
  const request = await readRequest(forged.block, 12);
  await expect(confirmRequest(store, keys, request, { seen: asked.words, now: 13 })).rejects.toThrow(
    "wrongWords",
  );
  const { space, holder } = (await readBlock("browser", asked.block)) as { space: string; holder: object };
  const renamed = await writeBlock("browser", { space, holder: { ...holder, name: "Tablet" } });
  expect((await readRequest(renamed, 12)).words).not.toBe(asked.words);
  const swapped = { ...holder, recipient: forged.wait.me.recipient };
  expect((await readRequest(await writeBlock("browser", { space, holder: swapped }), 12)).words).not.toBe(
    asked.words,
  );
  const rekeyed = { ...holder, verifying: forged.wait.me.verifying };
  await expect(readRequest(await writeBlock("browser", { space, holder: rekeyed }), 12)).rejects.toThrow(
    "damaged",
  );
  for (let index = 0; index < asked.block.length; index += 7) {
    const changed =
      asked.block.slice(0, index) + (asked.block[index] === "x" ? "y" : "x") + asked.block.slice(index + 1);
    await expect(readRequest(changed, 12)).rejects.toThrow(/damaged|notOurs|otherKind|newer/);
  }
});

test("a request ends, is for one space, and is refused by a browser that is out", async () => {
  const { root, keys, code, store } = await begun();
  const { block, wait, words } = await askToJoin(keys.space, { name: "Phone", now: 10 });
  await expect(readRequest(block, 10 + requestLastsMs + 2 * 86_400_000)).rejects.toThrow("expired");
  await expect(completeJoin(store, wait, wait.expires + 1)).rejects.toThrow("expired");
  const request = await readRequest(block, 12);
  const other = await begun();
  await expect(confirmRequest(other.store, other.keys, request, { seen: words, now: 13 })).rejects.toThrow(
    "otherSpace",
  );
  const lost = await openWithCode(root, code, { name: "Lost", now: 14 });
  await changeKey(store, keys, { now: 15, remove: [lost.me.id] });
  await expect(confirmRequest(store, lost, request, { seen: words, now: 16 })).rejects.toThrow("removed");
  expect(standing(keys).holders.map(({ name }) => name)).toEqual(["Laptop", ""]);
});

test("whatever is pasted is a block or is refused as what it is, in little time", async () => {
  const { block } = await askToJoin("0".repeat(32), { name: "Phone", now: 10 });
  const hostile = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ maxLength: 300 }).map((text) => `milepost1.${text}`),
    fc.string({ maxLength: 300 }).map((text) => `milepost1.https://a.example/${text}`),
    fc
      .tuple(fc.nat(block.length), fc.string({ minLength: 1, maxLength: 5 }))
      .map(([at, text]) => block.slice(0, at) + text + block.slice(at + text.length + 1)),
    fc.constantFrom("#", ".", "milepost1.", "a").map((text) => text.repeat(100_000)),
    fc.json().map((text) => `milepost1.browser.${btoa(encodeURIComponent(text))}.00000000`),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      await expect(readRequest(text, 11)).rejects.toMatchObject({
        name: "BlockError",
        mistake: expect.stringMatching(/^(notOurs|damaged|newer|otherKind)$/) as string,
      });
      await expect(readInvitation(text)).rejects.toMatchObject({ name: "BlockError" });
    }),
  );
  const values = fc.oneof(
    fc.jsonValue(),
    fc.record({ space: fc.constant("0".repeat(32)), holder: fc.jsonValue() }),
  );
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      const written = await writeBlock("browser", value);
      expect(await readBlock("browser", written)).toEqual(JSON.parse(JSON.stringify(value)));
      await expect(readRequest(written, 11)).rejects.toThrow("damaged");
    }),
  );
  await expect(readRequest("milepost2.browser.e30.00000000", 11)).rejects.toThrow("newer");
});

test("a block fits into a QR code", async () => {
  const { block } = await askToJoin("0".repeat(32), { name: "ü".repeat(80), now: Date.UTC(2030, 1) });
  const { path, size } = await qrCode(block);
  expect(path).toMatch(/^M[\dMmHhVvLlZz ,.-]+$/i);
  // 21 modules and 4 for each version; a phone reads those of 25 from a screen.
  expect(size).toBeLessThanOrEqual(21 + 4 * 24);
});
