import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newSecret, unwrap, wrap } from "@/lib/sync/envelope.ts";
import { identityFrom } from "@/lib/sync/identity.ts";
import { beginSpace, codeHolder, codeIdentity } from "@/lib/sync/open-space.ts";
import { replaceCode } from "@/lib/sync/rotation.ts";
import { repositoryRoot, temporaryFolder } from "@/tests/harness/folders.ts";
import { keyedBrowser } from "@/tests/sync/keyed-browser.ts";
import { memoryStore } from "@/tests/sync/memory-store.ts";
import { findProgram } from "@/tests/tools/programs.ts";
import { findReadersPython } from "@/tests/tools/python.ts";

const folder = temporaryFolder("sync-reader");
const python = findReadersPython();

beforeAll(() => {
  if (!findProgram("age") || !python)
    throw new Error(
      "Install `age`, and `python3-cryptography` (or `pip install cryptography`), for this test.",
    );
});
afterAll(folder.remove);

test("what is stored is read without our code, with the recovery code, age and a short script", async () => {
  const root = memoryStore();
  const { keys } = await beginSpace(root, { name: "Laptop", now: 1 });
  const browser = keyedBrowser(root, keys);
  browser.write("goal", "Negotiate the raise 😀");
  await browser.sync();
  const changed = await replaceCode(browser.store, browser.keys, 2);
  browser.keys = changed.keys;
  browser.write("goal", "Negotiate it again");
  await browser.sync();
  for (const [name, bytes] of root.files) {
    const file = join(folder.path, "milepost1", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const script = join(repositoryRoot, "tests/sync/read-space.py");
  const printed = execFileSync(python ?? "", [script, folder.path, changed.code], { encoding: "utf8" });
  const batches = printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { seq: number; body: object });
  expect(batches.map(({ seq }) => seq)).toEqual([1, 2]);
  const ops = batches.map(({ body }) => JSON.stringify(body));
  expect(ops[0]).toContain("Negotiate the raise 😀");
  expect(ops[1]).toContain("Negotiate it again");
});

test("age opens an envelope of ours, and we open one of its", async () => {
  const code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSN9";
  const space = "0".repeat(32);
  const { recipient } = await codeHolder(space, code, 1);
  const secret = await newSecret(space, 1);
  const envelope = await wrap(secret, recipient);
  const theirs = join(folder.path, "theirs.age");
  const text = openedByAge(envelope, code);
  execFileSync("age", ["-r", recipient, "-o", theirs], { input: text });
  expect(await unwrap(readFileSync(theirs), await codeIdentity(code), secret)).toEqual(secret);
  await expect(unwrap(readFileSync(theirs), await identityFrom(new Uint8Array(32)), secret)).rejects.toThrow(
    "wrongCode",
  );
});

/** What the `age` command makes of an envelope, with the key that the script derives from a code. */
function openedByAge(envelope: Uint8Array, code: string): Uint8Array {
  const file = join(folder.path, "ours.age");
  writeFileSync(file, envelope);
  const source = readFileSync(join(repositoryRoot, "tests/sync/read-space.py"), "utf8");
  const derive = `${source.slice(0, source.lastIndexOf("main("))}\nprint(identity(sys.argv[1]))`;
  const key = execFileSync(python ?? "", ["-c", derive, code]);
  return execFileSync("age", ["-d", "-i", "-", file], { input: key });
}
