import * as z from "zod/mini";
import type { Patch } from "@/lib/domain/change.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { UserError, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { rowsAtOnce, type Work } from "@/lib/domain/work.ts";
import { backupFormat, type BackupTables, checksumOf, largestBytes, type Tables } from "./backup.ts";
import { backupTableNames, rowReader, type UnreadableRow } from "./backup-rows.ts";
import { encryptedMark } from "./backup-encryption.ts";
import { breathe } from "./breathe.ts";
import { scanJson } from "./scan-json.ts";

/** A backup that was read and found whole. */
export interface Backup {
  /** The version of Milepost that made it. */
  app: string;
  /** When, epoch ms. */
  createdAt: number;
  /** Rows of each table, as the file says and has them. */
  counts: Record<string, number>;
  /** The rows that can be restored, as the present version has them. */
  tables: BackupTables;
  unreadable: UnreadableRow[];
  /** Tables that this version does not know, with how many rows were left out. */
  unknownTables: Record<string, number>;
}

const Header = z.object({
  format: z.literal(backupFormat),
  schemaVersion: z.int().check(z.minimum(1)),
  app: z.string().check(z.maxLength(100)),
  createdAt: z.iso.datetime(),
  counts: z.record(z.string(), z.int().check(z.minimum(0))),
  sha256: z.string(),
});

/**
 * Reads a backup file, which is hostile until it was found to be one. Changes nothing.
 * @throws UserError `backup…` with the reason why it is refused; the reason of `work.signal`
 */
export async function readBackup(file: Blob, work: Work = {}): Promise<Backup> {
  const raw = await parse(file, part(work, 0, 0.2));
  if (!isObject(raw) || raw["format"] !== backupFormat) throw new UserError("backupNotOurs");
  const version = raw["schemaVersion"];
  if (typeof version === "number" && version > schemaVersion) throw new UserError("backupNewer");
  const header = Header.safeParse(raw);
  const tables = raw["tables"];
  if (!header.success || !isTables(tables)) throw new UserError("backupChanged");

  const { counts } = header.data;
  const names = new Set([...Object.keys(counts), ...Object.keys(tables)]);
  for (const name of names) {
    if (valueOf(counts, name) !== valueOf(tables, name)?.length) throw new UserError("backupTruncated");
  }
  const checksum = await checksumOf(tables, part(work, 0.2, 0.6));
  if (checksum !== header.data.sha256.toLowerCase()) throw new UserError("backupChanged");
  const { app, createdAt, schemaVersion: from } = header.data;
  const read = await readTables(tables, from, part(work, 0.6, 1));
  return { app, createdAt: Date.parse(createdAt), counts, ...read };
}

async function parse(file: Blob, work: Work): Promise<unknown> {
  if (file.size === 0) throw new UserError("backupEmpty");
  if (file.size > largestBytes) throw new UserError("backupTooLarge");
  const start = await orGone(startOf(file), work);
  if (start.startsWith(encryptedMark)) throw new UserError("backupEncrypted");
  if (!start.startsWith("{")) throw new UserError("backupNotOurs");
  const mark = `{"format":"${backupFormat}"`;
  const ours = start.includes(`"${backupFormat}"`) || mark.startsWith(start);
  const refuse = (code: UserErrorCode): UserError => new UserError(ours ? code : "backupNotOurs");

  const found = await orGone(scanJson(file, work), work);
  if (found === "cutOff") throw refuse("backupTruncated");
  if (found === "refused") throw refuse("backupChanged");
  // Without the mark of UTF-8 already: decoding takes it off.
  const text = await orGone(file.text(), work);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UserError(refuse("backupChanged").code, { cause: error });
  }
}

/** The first characters, without the mark of UTF-8 and white space. */
async function startOf(file: Blob): Promise<string> {
  return (await file.slice(0, 2_000).text()).trimStart();
}

/** The file was moved, or its disk taken out, since it was chosen. */
async function orGone<T>(reading: Promise<T>, { signal }: Work): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    signal?.throwIfAborted();
    throw new UserError("backupGone", { cause: error });
  }
}

async function readTables(
  tables: Tables,
  from: number,
  work: Work,
): Promise<Pick<Backup, "tables" | "unreadable" | "unknownTables">> {
  const known = Object.fromEntries(backupTableNames.map((name) => [name, []])) as unknown as BackupTables;
  const rowsOf: Record<string, Patch[]> = known as never;
  const unreadable: UnreadableRow[] = [];
  const total = backupTableNames.reduce((sum, name) => sum + (valueOf(tables, name)?.length ?? 0), 0);
  let done = 0;
  for (const name of backupTableNames) {
    const readRow = rowReader(name, from);
    for (const [place, raw] of (valueOf(tables, name) ?? []).entries()) {
      const result = readRow(raw, place);
      if ("row" in result) rowsOf[name]?.push(result.row);
      else unreadable.push(result.unreadable);
      done += 1;
      if (done % rowsAtOnce > 0) continue;
      work.onProgress?.(done / total);
      await breathe(work.signal);
    }
  }
  const unknown = Object.entries(tables).filter(([name]) => !Object.hasOwn(known, name));
  return {
    tables: known,
    unreadable,
    unknownTables: Object.fromEntries(unknown.map(([name, rows]) => [name, rows.length])),
  };
}

/** A part of the work, from one fraction of it to another. */
function part({ signal, onProgress }: Work, from: number, to: number): Work {
  return { signal, onProgress: (fraction) => onProgress?.(from + (to - from) * fraction) };
}

function isTables(value: unknown): value is Tables {
  return isObject(value) && Object.values(value).every((rows) => Array.isArray(rows));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an object has itself: a file may well name a table `constructor`. */
function valueOf<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
