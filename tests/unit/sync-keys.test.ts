import { expect, test } from "vitest";
import { beginSpace, openWithCode } from "@/lib/sync/open-space.ts";
import { keyringOf, refreshKeys, standing } from "@/lib/sync/keys.ts";
import { sealerOf } from "@/lib/sync/seal.ts";
import { foundSpace, spaceStore } from "@/lib/sync/spaces.ts";
import { testBrowser } from "@/tests/sync/browser.ts";
import { memoryStore } from "@/tests/sync/memory-store.ts";

test("a space is begun once, and opened in another browser with the code alone", async () => {
  const root = memoryStore();
  expect(await foundSpace(root)).toEqual({ kind: "empty" });
  const { keys, code } = await beginSpace(root, { name: "Laptop", now: 1 });
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  await expect(beginSpace(root, { name: "Desktop", now: 2 })).rejects.toThrow("spaceThere");
  const typed = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")}\n`;
  const others = await openWithCode(root, typed, { name: "Desktop", now: 3 });
  expect(others.space).toBe(keys.space);
  const now = await refreshKeys(spaceStore(root, keys.space), keys);
  expect(standing(now).holders.map(({ name }) => name)).toEqual(["Laptop", "", "Desktop"]);

  const store = spaceStore(root, keys.space);
  const first = testBrowser(store, sealerOf(keyringOf(keys)));
  const second = testBrowser(store, sealerOf(keyringOf(others)));
  first.write("goal", "Negotiate the raise");
  await first.sync();
  await second.sync();
  expect(second.seen()).toEqual({ goal: "Negotiate the raise" });
});
