import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import {
  isSnapshotDue,
  outdated,
  type Snapshot,
  type SnapshotReason,
  snapshotReasons,
} from "@/lib/domain/rotation.ts";
import { type BackupTables, printBackup, type SettingRow } from "@/lib/formats/backup.ts";
import { lastingTables, passingTables } from "./backup.ts";
import type { MilepostDb } from "./database.ts";
import { lastStamp } from "./log.ts";
import { momentOf } from "./moment.ts";

/**
 * Copies of all data, as backup files, compressed, in the origin private file system: it lies apart from the databases
 * and outlives what befalls them.
 */
export interface SnapshotAbout {
  /** Version of Milepost. */
  app: string;
  settings: readonly SettingRow[];
}

/** A copy that was just taken. */
export interface TakenSnapshot extends Snapshot {
  /** What {@link momentOf} said then. */
  moment: string;
}

/** A snapshot unpacks to at most this, as a backup file may be that large. */
const largestBytes = 400_000_000;
/** The head of a backup is a few hundred characters long. */
const longestHead = 10_000;

/**
 * Copies all data. The change log is sealed at the copy's moment in the transaction that reads it, so that the log can
 * be replayed to just this.
 * @throws whatever the disk says; then there is no trace of it
 */
export async function takeSnapshot(
  db: MilepostDb,
  why: SnapshotReason,
  about: SnapshotAbout,
): Promise<TakenSnapshot> {
  const takenAt = db.now();
  const { tables, version, at: moment } = await sealedTables(db, about.settings);
  const backup = await printBackup(tables, { app: about.app, createdAt: takenAt, schemaVersion: version });
  const folder = await folderOf(db);
  const name = nameOf(takenAt, why);
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    // What is written takes the file's place only when it is closed; until then the file is empty, and counts as none.
    const file = await handle.createWritable();
    await backup.stream().pipeThrough(new CompressionStream("gzip")).pipeTo(file);
  } catch (error) {
    await folder.removeEntry(name).catch(() => {
      // Empty, it is not taken for a copy.
    });
    throw error;
  }
  const { size } = await handle.getFile();
  for (const old of outdated(await listSnapshots(db), takenAt)) {
    if (old.name !== name) await folder.removeEntry(old.name).catch(unlessGone);
  }
  return { name, takenAt, why, bytes: size, moment };
}

/**
 * Copies all data if something changed since the last copy, and that was an hour ago or `atOnce` is asked for. Of
 * several windows one does it.
 * @returns the new copy, or `null`
 */
export function snapshotIfDue(
  db: MilepostDb,
  about: () => Promise<SnapshotAbout>,
  { atOnce = false } = {},
): Promise<Snapshot | null> {
  return navigator.locks.request(`${db.name}-snapshot`, { ifAvailable: true }, async (lock) => {
    if (!lock) return null;
    const [last, sealed, tally] = await Promise.all([lastStamp(db), db.metaOf("sealed"), db.metaOf("tally")]);
    if (!tally || tally.lastN === 0) return null;
    const snapshots = await listSnapshots(db);
    // What comes or goes as a whole, as a sample does, moves the log and not the clock.
    const unchanged = sealed?.lastN === tally.lastN && (!last || compareStamps(sealed.stamp, last) === 0);
    if (unchanged && snapshots.length > 0) return null;
    if (!atOnce && !isSnapshotDue(snapshots, db.now())) return null;
    return takeSnapshot(db, "auto", await about());
  });
}

/** The copies there are, newest first. */
export async function listSnapshots(db: Pick<MilepostDb, "name">): Promise<Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for await (const [name, handle] of (await folderOf(db)).entries()) {
    const named = readName(name);
    if (!named || handle.kind !== "file") continue;
    const { size } = (await handle.getFile().catch(unlessGone)) ?? { size: 0 };
    // A browser that died while it wrote leaves an empty file behind.
    if (size > 0) snapshots.push({ name, ...named, bytes: size });
  }
  return snapshots.toSorted((a, b) => b.takenAt - a.takenAt);
}

/**
 * The backup file that a copy holds.
 * @throws Error if it is not there any more, cannot be unpacked or is larger than any backup
 */
export async function openSnapshot(db: Pick<MilepostDb, "name">, name: string): Promise<Blob> {
  const parts: Blob[] = [];
  let bytes = 0;
  await (
    await unpacked(db, name)
  ).pipeTo(
    new WritableStream<Uint8Array<ArrayBuffer>>({
      write(chunk) {
        bytes += chunk.length;
        if (bytes > largestBytes) throw new Error("The snapshot unpacks to more than a backup holds.");
        parts.push(new Blob([chunk]));
      },
    }),
  );
  return new Blob(parts, { type: "application/json" });
}

/** How many rows of each table a copy holds, read from its head; `null` if that cannot be read. */
export async function readSnapshotCounts(
  db: Pick<MilepostDb, "name">,
  name: string,
): Promise<Record<string, number> | null> {
  const reader = (await unpacked(db, name)).pipeThrough(new TextDecoderStream()).getReader();
  let head = "";
  try {
    while (head.length < longestHead && !head.includes(',"tables":')) {
      const { done, value } = await reader.read();
      if (done) break;
      head += value;
    }
  } catch {
    return null;
  } finally {
    await reader.cancel().catch(() => {
      // Read as far as it goes.
    });
  }
  return countsIn(head);
}

/** Tables that are read without waiting for whoever types, or that are of this browser alone. */
const apart: ReadonlySet<string> = new Set([
  "drafts",
  "lastWords",
  "deliveries",
  "searchDocs",
  "searchWords",
  "searchStale",
]);

/**
 * Everything at one moment, with the log sealed at it. Sealed first, in a moment, then read: reading may take long and
 * must not keep others from reading. If something was written in between it is done again, in the end in one go.
 */
async function sealedTables(
  db: MilepostDb,
  settings: readonly SettingRow[],
): Promise<{ tables: BackupTables; version: number; at: string }> {
  const passing = await passingTables(db);
  const lasting = db.tables.filter(({ name }) => !apart.has(name));
  const read = async () => ({
    at: await momentOf(db),
    version: (await db.metaOf("schema"))?.version ?? schemaVersion,
    tables: { ...(await lastingTables(db, settings)), ...passing },
  });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const at = await db.transaction("rw", [db.meta, db.changes], () => seal(db));
    const found = await db.transaction("r", lasting, read);
    if (found.at === at) return found;
  }
  return db.transaction("rw", lasting, async () => {
    await seal(db);
    return read();
  });
}

async function seal(db: MilepostDb): Promise<string> {
  const [last, tally] = await Promise.all([lastStamp(db), db.metaOf("tally")]);
  const stamp = last ?? [db.now(), 0, ""];
  await db.meta.put({ key: "sealed", stamp, ...(tally ? { lastN: tally.lastN } : {}) });
  return momentOf(db);
}

function countsIn(head: string): Record<string, number> | null {
  const end = head.indexOf(',"tables":');
  if (end < 0) return null;
  try {
    const { counts } = JSON.parse(`${head.slice(0, end)}}`) as { counts?: unknown };
    if (typeof counts !== "object" || counts === null) return null;
    return Object.fromEntries(
      Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
    );
  } catch {
    return null;
  }
}

async function unpacked(
  db: Pick<MilepostDb, "name">,
  name: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const file = await (await (await folderOf(db)).getFileHandle(name)).getFile();
  return file.stream().pipeThrough(new DecompressionStream("gzip"));
}

async function folderOf({ name }: Pick<MilepostDb, "name">): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(name === "milepost" ? "snapshots" : `snapshots-${name}`, { create: true });
}

/** Another window that took a copy at the same time removed it first, or is just about to. */
function unlessGone(error: unknown): undefined {
  const gone = ["NotFoundError", "NoModificationAllowedError"];
  if (error instanceof DOMException && gone.includes(error.name)) return undefined;
  throw error;
}

/** `2026-11-24T13-22-00-000Z.auto.json.gz`: sorts by time, and no system objects to it. */
function nameOf(takenAt: number, why: SnapshotReason): string {
  return `${new Date(takenAt).toISOString().replaceAll(/[:.]/gu, "-")}.${why}.json.gz`;
}

function readName(name: string): { takenAt: number; why: SnapshotReason } | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.(\w+)\.json\.gz$/u.exec(name);
  if (!match) return null;
  const [, day, hour, minute, second, ms, reason] = match;
  const takenAt = Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`);
  const why = snapshotReasons.find((each) => each === reason);
  return why && !Number.isNaN(takenAt) ? { takenAt, why } : null;
}
