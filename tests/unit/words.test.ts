import { globSync, readFileSync } from "node:fs";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { expect, test } from "vitest";

const sources = globSync(["{components,entrypoints,lib}/**/*.{ts,tsx}", "wxt.config.ts"])
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
/** Whole keys. Looked up, since looking for each key in all sources takes seconds. */
const quoted = new Set([...sources.matchAll(/"([\w.-]+)"/g)].map(([, key]) => key));
/** Keys that are put together, such as `kinds.${kind}`: what stands before the first gap. */
const beginnings = [...sources.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, beginning]) => beginning ?? "");

test("every word of the locale file is said somewhere", async () => {
  const keys = (await parseMessagesFile("lib/i18n/en.yml"))
    .map(({ key }) => key.join("."))
    .filter((key) => !key.startsWith("@@"));
  expect(keys.length).toBeGreaterThan(100);
  const unsaid = keys.filter(
    (key) =>
      !quoted.has(key) &&
      !beginnings.some((beginning) => key.startsWith(beginning)) &&
      !sources.includes(`__MSG_${key.replaceAll(".", "_")}__`),
  );
  expect(unsaid).toEqual([]);
});

test("no sentence of the product stands outside the locale file", () => {
  // Text between tags that begins with a capital and has a space: what a person would read.
  const strays = globSync("{components,entrypoints}/**/*.tsx").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/>\s*([A-Z][a-z]+ [a-z][^<>{}=;]*)</g)].map(
      ([, words]) => `${file}: ${words}`,
    ),
  );
  expect(strays).toEqual([]);
});
