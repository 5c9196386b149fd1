import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Change, Patch } from "@/lib/domain/change.ts";
import type { Draft } from "@/lib/domain/draft.ts";
import type { Id, Stamped } from "@/lib/domain/envelope.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { TextEdit } from "@/lib/domain/text-edit.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { Work } from "@/lib/domain/work.ts";
import { breathe } from "./breathe.ts";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";

/** The word by which a backup is known. */
export const backupFormat = "milepost-backup";

/** Larger than a page could take in. */
export const largestBytes = 400_000_000;

/** The tables of a backup beside those of the records. */
export const otherTables = ["changes", "drafts", "lastWords", "unreadable", "settings"] as const;

/** A setting, or one of the few facts of a browser that go with the data: `me`, `focus`, `sample`. */
export interface SettingRow {
  key: string;
  value: unknown;
}

/** A row that could not be read, kept as it was found. */
export interface KeptRow {
  id: string;
  table: string;
  row: unknown;
  why: string;
  foundAt: number;
}

/** What a closing window left of a note; see `last-words.ts` of the database. */
export interface KeptWords {
  id: Id;
  edits: (TextEdit & { of: string })[];
  result: string;
}

export type BackupTables = Record<TableName, (Stamped & Patch)[]> & {
  changes: (Change & { n: number })[];
  drafts: Draft[];
  lastWords: KeptWords[];
  unreadable: KeptRow[];
  settings: SettingRow[];
};

/** Rows by table, as they are written down. */
export type Tables = Readonly<Record<string, readonly unknown[]>>;

/**
 * A backup file of these tables.
 * @param about `app` is the version of Milepost, `createdAt` epoch ms; `schemaVersion` that of the rows, where it is not
 * the present one
 * @throws UserError `backupTooBig` if it would be refused when it is read; the reason of `work.signal`
 */
export async function printBackup(
  tables: Tables,
  about: { app: string; createdAt: number; schemaVersion?: number },
  work: Work = {},
): Promise<Blob> {
  const parts: Blob[] = [];
  let length = longestHeader;
  const checksum = await checksumOf(tables, work, (bytes) => {
    length += bytes.length;
    if (length > largestBytes) throw new UserError("backupTooBig");
    // A blob each, so that the browser can keep them out of this page's memory.
    parts.push(new Blob([bytes]));
  });
  const header = JSON.stringify({
    format: backupFormat,
    schemaVersion: about.schemaVersion ?? schemaVersion,
    app: about.app,
    createdAt: new Date(about.createdAt).toISOString(),
    counts: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length])),
    sha256: checksum,
  });
  return new Blob([header.slice(0, -1), ',"tables":', ...parts, "}"], { type: "application/json" });
}

/**
 * The checksum of a backup: SHA-256 of the canonical JSON of its tables, as hex.
 * @param take is given that JSON as it is made, in UTF-8
 */
export async function checksumOf(
  tables: Tables,
  work: Work = {},
  take?: (bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<string> {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  for (const { text, done } of piecesOf(tables)) {
    const bytes = encoder.encode(text);
    hash.update(bytes);
    take?.(bytes);
    work.onProgress?.(done);
    await breathe(work.signal);
  }
  return bytesToHex(hash.digest());
}

/** What stands before the tables is shorter. */
const longestHeader = 10_000;

/** Characters after which a piece is handed on: some ten milliseconds of work. */
const pieceLength = 1_000_000;

/** The canonical JSON of tables, piece by piece, with the fraction of rows that were written by then. */
function* piecesOf(tables: Tables): Generator<{ text: string; done: number }> {
  const names = Object.keys(tables).toSorted((a, b) => (a < b ? -1 : 1));
  const total = Math.max(
    1,
    names.reduce((sum, name) => sum + (tables[name]?.length ?? 0), 0),
  );
  let texts: string[] = ["{"];
  let length = 0;
  let written = 0;
  for (const [index, name] of names.entries()) {
    texts.push(`${index > 0 ? "," : ""}${JSON.stringify(name)}:[`);
    for (const [place, row] of (tables[name] ?? []).entries()) {
      const text = canonicalJson(row);
      if (place > 0) texts.push(",");
      texts.push(text);
      length += text.length;
      written += 1;
      if (length < pieceLength) continue;
      yield { text: texts.join(""), done: written / total };
      texts = [];
      length = 0;
    }
    texts.push("]");
  }
  yield { text: `${texts.join("")}}`, done: 1 };
}
