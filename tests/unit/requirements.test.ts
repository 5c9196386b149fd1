import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "@/tests/harness/folders.ts";
import { inScope, requirements } from "@/tests/requirements.ts";
import { reminderFaults } from "@/tests/requirements/reminders.ts";
import { syncFaults } from "@/tests/requirements/sync.ts";

test.each(inScope)("%s has a test, or says why it needs none", (id) => {
  expect(requirements.get(id)?.length ?? 0).toBeGreaterThan(0);
});

test("nothing is mapped that is not in scope", () => {
  expect([...requirements.keys()].filter((id) => !inScope.includes(id))).toEqual([]);
});

test.each([...requirements, ...Object.entries(reminderFaults), ...Object.entries(syncFaults)])(
  "the tests that %s names are there",
  (_, proofs) => {
    for (const proof of proofs) {
      if ("wordingOnly" in proof) expect(proof.wordingOnly).toMatch(/\w+ \w+/);
      else {
        const source = readFileSync(join(repositoryRoot, "tests", proof.file), "utf8");
        expect(source, `${proof.file} has no test "${proof.test}"`).toMatch(titled(proof.test));
      }
    }
  },
);

/** The call of `test` (or of a table of tests) with that title, however it is broken into lines. */
function titled(title: string): RegExp {
  const quoted = title.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?:test|\]\)|\))\s*\(\s*["'\x60]${quoted}["'\x60]`, "u");
}
