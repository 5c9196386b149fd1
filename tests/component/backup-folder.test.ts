import { expect, onTestFinished, test } from "vitest";
import { fileNames, mayWrite } from "@/lib/browser/folder.ts";
import { backupFolder, keepBackupFolder } from "@/lib/db/backup-folder.ts";
import { keepInFolder } from "@/lib/state/scheduled-backup.ts";

async function freshFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const name = crypto.randomUUID();
  onTestFinished(() => root.removeEntry(name, { recursive: true }));
  return root.getDirectoryHandle(name, { create: true });
}

test("the last ten dated files stay in the folder, and others are not touched", async () => {
  const folder = await freshFolder();
  const file = new Blob(["{}"]);
  await folder.getFileHandle("my thesis.json", { create: true });
  await folder.getDirectoryHandle("milepost-2020-01-01-1a2b.json", { create: true });
  await folder.getFileHandle("milepost-2020-01-01-9f9f.json", { create: true });
  const days = Array.from({ length: 12 }, (_, index) => `milepost-2026-11-${String(index + 10)}-1a2b.json`);
  for (const name of days) await keepInFolder(folder, name, file);
  expect((await fileNames(folder)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    "milepost-2020-01-01-9f9f.json",
    ...days.slice(2),
    "my thesis.json",
  ]);
  expect(await folder.getDirectoryHandle("milepost-2020-01-01-1a2b.json")).toBeDefined();
  await keepInFolder(folder, days[11] ?? "", new Blob(["later"]));
  const last = await (await folder.getFileHandle(days[11] ?? "")).getFile();
  expect(await last.text()).toBe("later");
});

test("the folder is remembered and can be written to", async () => {
  const folder = await freshFolder();
  await keepBackupFolder(folder);
  const kept = await backupFolder();
  expect(kept && (await kept.isSameEntry(folder))).toBe(true);
  expect(kept && (await mayWrite(kept))).toBe(true);
});
