import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { decryptBackup, encryptBackup } from "@/lib/formats/backup-encryption.ts";
import { readBackup } from "@/lib/formats/read-backup.ts";
import { hasAge, runAge } from "@/tests/harness/age.ts";
import { temporaryFolder } from "@/tests/harness/folders.ts";

const words = `{"text":"Ask for feedback 😀 ليلة \\u0000 ${"long ".repeat(100_000)}"}`;
const passphrase = "correct horse ü battery";

test("a locked file is opened by its passphrase alone", { timeout: 60_000 }, async () => {
  const locked = await encryptBackup(new Blob([words]), passphrase);
  expect(await locked.slice(0, 21).text()).toBe("age-encryption.org/v1");
  expect(await (await decryptBackup(locked, passphrase)).text()).toBe(words);
  await expect(decryptBackup(locked, "correct horse")).rejects.toThrow("wrongPassphrase");
  await expect(readBackup(locked)).rejects.toThrow("backupEncrypted");

  const bytes = new Uint8Array(await locked.arrayBuffer());
  const cut = decryptBackup(new Blob([bytes.slice(0, -100)]), passphrase);
  await expect(cut).rejects.toThrow("backupChanged");
  bytes[bytes.length - 1_000] = (bytes[bytes.length - 1_000] ?? 0) ^ 1;
  await expect(decryptBackup(new Blob([bytes]), passphrase)).rejects.toThrow("backupChanged");
  await expect(decryptBackup(new Blob(["age-encryption.org/v1\n"]), passphrase)).rejects.toThrow(
    "backupChanged",
  );
});

describe.runIf(hasAge())("the age command", () => {
  const folder = temporaryFolder("age");
  const file = (name: string): string => join(folder.path, name);
  afterAll(folder.remove);

  test("opens what we lock", { timeout: 60_000 }, async () => {
    const locked = await encryptBackup(new Blob([words]), passphrase);
    writeFileSync(file("ours.age"), Buffer.from(await locked.arrayBuffer()));
    runAge(["-d", "-o", file("ours.json"), file("ours.age")], passphrase);
    expect(readFileSync(file("ours.json"), "utf8")).toBe(words);
    expect(() => runAge(["-d", "-o", file("never.json"), file("ours.age")], "wrong")).toThrow(/ended with 1/);
  });

  test("locks what we open", { timeout: 60_000 }, async () => {
    writeFileSync(file("theirs.json"), words);
    runAge(["-p", "-o", file("theirs.age"), file("theirs.json")], passphrase);
    const locked = new Blob([readFileSync(file("theirs.age"))]);
    expect(await (await decryptBackup(locked, passphrase)).text()).toBe(words);
  });
});
