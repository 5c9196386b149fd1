import { join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";
import { defineConfig } from "vitest/config";
import { outputFolder, repositoryRoot } from "./harness/folders.ts";
import { findChromium } from "./tools/browsers.ts";

/** What WXT defines in a production build for Chrome. */
const buildConstants = {
  BROWSER: "chrome",
  CHROME: true,
  FIREFOX: false,
  SAFARI: false,
  EDGE: false,
  OPERA: false,
  MANIFEST_VERSION: 3,
  COMMAND: "build",
  ENTRYPOINT: "test",
};

/**
 * A busy machine makes a browser slow at moments that no test foresaw. What passes at the second try only is listed at the
 * end of `npm test`, with what failed before: it is to be mended all the same.
 */
const triesOnceMore = 1;

export default defineConfig(async () => ({
  root: repositoryRoot,
  // Vite warns about code of Vitest that it bundles for the browser.
  logLevel: "error" as const,
  cacheDir: join(outputFolder, "vitest"),
  resolve: {
    alias: {
      "#i18n": join(repositoryRoot, ".wxt/i18n/index.ts"),
      "@": repositoryRoot,
      // The same build of Dexie as in the product; see wxt.config.ts.
      dexie: join(repositoryRoot, "node_modules/dexie/dist/modern/dexie.mjs"),
    },
  },
  oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } },
  define: Object.fromEntries(
    Object.entries(buildConstants).map(([name, value]) => [`import.meta.env.${name}`, JSON.stringify(value)]),
  ),
  test: {
    // What a passing test logs is what it provoked.
    silent: "passed-only" as const,
    provide: {
      // A fixture of a version of the database that is missing is to be written.
      freeze: process.env["MILEPOST_FREEZE"] === "1",
      messages: generateChromeMessages(await parseMessagesFile(join(repositoryRoot, "lib/i18n/en.yml"))),
    },
    projects: [
      {
        extends: true as const,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/unit/**/*.test.ts"],
          setupFiles: ["tests/harness/extension-globals.ts"],
        },
      },
      {
        extends: true as const,
        // Found before the first test, or the page would be reloaded in the middle of one.
        optimizeDeps: {
          entries: ["components/**/*.tsx", "lib/**/*.{ts,tsx}"],
        },
        test: {
          name: "component",
          include: ["tests/component/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/harness/extension-globals.ts"],
          retry: triesOnceMore,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium()?.path } }),
            instances: [{ browser: "chromium" as const }],
          },
        },
      },
      {
        extends: true as const,
        test: {
          name: "storage",
          environment: "node",
          include: ["tests/storage/**/*.test.ts"],
          globalSetup: ["tests/harness/fetch-storages.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true as const,
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/harness/check-builds.ts"],
          // Browsers are heavy, and what they measure must not depend on how many of them run.
          fileParallelism: false,
          retry: triesOnceMore,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          teardownTimeout: 30_000,
        },
      },
    ],
  },
}));
