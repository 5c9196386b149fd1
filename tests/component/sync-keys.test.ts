import { expect, test } from "vitest";
import { expectedOfKeys, keysInBrowser } from "@/tests/sync/keys-in-browser.ts";

test("keys that cannot be read out go through the database, open envelopes and let other browsers in", async () => {
  const { passphraseMs, ...told } = await keysInBrowser();
  console.log(`A passphrase became keys in ${Math.round(passphraseMs)} ms.`);
  expect(told).toMatchObject(expectedOfKeys);
  expect(told.qrSize).toBeLessThan(121);
});
