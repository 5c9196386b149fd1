import { printBackup, type SettingRow } from "@/lib/formats/backup.ts";
import { backupTables } from "./backup.ts";
import type { MilepostDb } from "./database.ts";

/** Why a copy was taken; part of its name. */
export type SnapshotReason = "restore";

/**
 * Keeps a compressed copy of everything outside the database, in the files that only this extension sees.
 * @returns its name, for {@link openSnapshot}
 */
export async function takeSnapshot(
  db: MilepostDb,
  why: SnapshotReason,
  settings: readonly SettingRow[],
): Promise<{ name: string }> {
  const createdAt = db.now();
  const backup = await printBackup(await backupTables(db, settings), { app: "", createdAt });
  const name = `${why}-${createdAt}-${crypto.randomUUID().slice(0, 8)}.json.gz`;
  const folder = await snapshotFolder();
  const file = await folder.getFileHandle(name, { create: true });
  await backup
    .stream()
    .pipeThrough(new CompressionStream("gzip"))
    .pipeTo(await file.createWritable());
  return { name };
}

/** The backup file that a snapshot holds. */
export async function openSnapshot(name: string): Promise<Blob> {
  const file = await (await (await snapshotFolder()).getFileHandle(name)).getFile();
  return new Response(file.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}

async function snapshotFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle("snapshots", { create: true });
}
