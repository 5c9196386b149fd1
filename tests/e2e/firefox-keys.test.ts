import { join } from "node:path";
import { build, type Rollup } from "vite";
import { expect, test } from "vitest";
import { launchFirefox } from "@/tests/harness/firefox.ts";
import { repositoryRoot } from "@/tests/harness/folders.ts";
import { expectedOfKeys } from "@/tests/sync/keys-in-browser.ts";

test(
  "Firefox keeps the keys, opens envelopes with them and lets other browsers in",
  { timeout: 120_000 },
  async () => {
    const built = await build({
      configFile: false,
      logLevel: "error",
      root: repositoryRoot,
      resolve: { alias: { "@": repositoryRoot } },
      build: {
        write: false,
        minify: false,
        lib: {
          entry: join(repositoryRoot, "tests/sync/keys-in-browser.ts"),
          formats: ["iife"],
          name: "keysOfTest",
        },
      },
    });
    const [output] = [built].flat() as Rollup.RollupOutput[];
    const source = output?.output[0].code ?? "";
    const firefox = await launchFirefox();
    try {
      const page = await firefox.control();
      await page.runScript(
        `${source}\nkeysOfTest.keysInBrowser().then((told) => { globalThis.told = told; }, (error) => { globalThis.told = String(error); });`,
      );
      const told = await page.waitFor(() => (globalThis as { told?: unknown }).told, "the keys");
      console.log(JSON.stringify(told));
      expect(told).toMatchObject(expectedOfKeys);
    } finally {
      await firefox.close();
    }
  },
);
