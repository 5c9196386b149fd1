import { expect, test } from "vitest";
import { standing } from "@/lib/sync/keys.ts";
import { beginSpace, openWithCode } from "@/lib/sync/open-space.ts";
import {
  openWithPassphrase,
  passphraseProblem,
  removePassphrase,
  setPassphrase,
} from "@/lib/sync/passphrase.ts";
import { foundSpace, spaceStore } from "@/lib/sync/spaces.ts";
import { keyedBrowser } from "@/tests/sync/keyed-browser.ts";
import { memoryStore } from "@/tests/sync/memory-store.ts";

const kettle = "the kettle is on";
const late = { name: "Late", now: 9 };

test(
  "a passphrase opens the space, and after a change only the new one does",
  { timeout: 30_000 },
  async () => {
    const root = memoryStore();
    const { keys, code } = await beginSpace(root, { name: "Laptop", now: 1 });
    const browser = keyedBrowser(root, keys);
    browser.write("goal", "old");
    await browser.sync();
    await expect(openWithPassphrase(root, kettle, late)).rejects.toThrow("noSpace");

    browser.keys = await setPassphrase(browser.store, browser.keys, kettle, 2);
    expect(await foundSpace(root)).toMatchObject({ spaces: [{ hasPassphrase: true, epochs: 1 }] });
    await openWithPassphrase(root, ` ${kettle}`, late);
    await expect(openWithPassphrase(root, "the kettle is off", late)).rejects.toThrow("wrongPassphrase");

    const sizes = [...root.files].filter(([name]) => name.includes("/b/")).length;
    browser.keys = await setPassphrase(browser.store, browser.keys, "the kettle is blue", 3);
    expect([...root.files].filter(([name]) => name.includes("/b/"))).toHaveLength(sizes);
    await expect(openWithPassphrase(root, kettle, late)).rejects.toThrow("wrongPassphrase");
    const opened = keyedBrowser(root, await openWithPassphrase(root, "the kettle is blue", late));
    await opened.sync();
    expect(opened.seen()).toEqual({ goal: "old" });
    expect(await openWithCode(root, code, late)).toBeDefined();

    browser.keys = await removePassphrase(browser.store, browser.keys, 4);
    await expect(openWithPassphrase(root, "the kettle is blue", late)).rejects.toThrow("noSpace");
    expect(standing(browser.keys).holders.map(({ kind }) => kind)).not.toContain("passphrase");
  },
);

test("how a passphrase is stretched cannot be made easy, or take all memory, by who has the storage", async () => {
  const root = memoryStore();
  const { keys } = await beginSpace(root, { name: "Laptop", now: 1 });
  await setPassphrase(spaceStore(root, keys.space), keys, kettle, 2);
  const [entry] = [...root.files].filter(([name]) => name.includes(".p~"));
  if (!entry) throw new Error("It is there.");
  const [name, bytes] = entry;
  const sound = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  expect(sound).toMatchObject({ kdf: "argon2id", m: 19_456, t: 2, p: 1 });
  const put = (value: unknown): unknown =>
    root.files.set(name, new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)));
  for (const wrong of [
    { ...sound, m: 8 },
    { ...sound, m: 4_000_000 },
    { ...sound, t: 0 },
    { ...sound, t: 1_000 },
    { ...sound, salt: "" },
    { ...sound, kdf: "md5" },
    "<html>",
    "null",
  ]) {
    put(wrong);
    await expect(openWithPassphrase(root, kettle, late)).rejects.toThrow("damaged");
  }
  put({ ...sound, milepost: "passphrase 2" });
  await expect(openWithPassphrase(root, kettle, late)).rejects.toThrow("newer");
  put({ ...sound, salt: "0".repeat(32) });
  await expect(openWithPassphrase(root, kettle, late)).rejects.toThrow("wrongPassphrase");
});

test.each([
  ["kettle", "short"],
  ["           a", "short"],
  ["aaaaaaaaaaaaaaaa", "simple"],
  ["abababababab", "simple"],
  ["123456789012", "simple"],
  ["abcdefghijklmnop", "simple"],
  [kettle, null],
  ["вскипятить чайник", null],
])("%s is too %s", (passphrase, problem) => {
  expect(passphraseProblem(passphrase)).toBe(problem);
});
