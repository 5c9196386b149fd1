import * as z from "zod/mini";
import type { Patch } from "@/lib/domain/change.ts";
import { Draft } from "@/lib/domain/draft.ts";
import { Id, Instant } from "@/lib/domain/envelope.ts";
import { LoggedChange } from "@/lib/domain/logged-change.ts";
import { migrateFields } from "@/lib/domain/migrations.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { whyNot, whyUnfit } from "@/lib/domain/unfit.ts";
import { type BackupTables, otherTables } from "./backup.ts";

/** A row of a backup that was left out, as it was found there. */
export interface UnreadableRow {
  table: string;
  /** Its place in the table, `#3`, where it has no id. */
  id: string;
  row: unknown;
  /** Which field and what of it, never its value; see `unfit.ts`. */
  why: string;
}

const KeptWords = z.object({
  id: Id,
  edits: z.array(
    z.object({
      from: z.int().check(z.minimum(0)),
      to: z.int().check(z.minimum(0)),
      insert: z.string(),
      of: z.string(),
    }),
  ),
  result: z.string(),
});
const KeptRow = z.object({
  id: z.string(),
  table: z.string(),
  row: z.unknown(),
  why: z.string(),
  foundAt: Instant,
});
const SettingRow = z.object({ key: z.string().check(z.minLength(1), z.maxLength(200)), value: z.unknown() });

const schemas: Record<keyof BackupTables, z.ZodMiniType> = {
  ...recordSchemas,
  changes: LoggedChange,
  drafts: Draft,
  lastWords: KeptWords,
  unreadable: KeptRow,
  settings: SettingRow,
};

/** The field that tells the rows of a table apart. */
const keys: Partial<Record<keyof BackupTables, string>> = { changes: "n", settings: "key" };

/** The tables of a backup, in the order in which they are restored. */
export const backupTableNames: readonly (keyof BackupTables)[] = [...tableNames, ...otherTables];

/**
 * Takes the rows of one table one by one: brought to the present version and checked by its schema. Fields that this
 * version does not know stay as they are.
 * @param from the version of the schema that the rows were written in
 */
export function rowReader(
  table: keyof BackupTables,
  from: number,
): (raw: unknown, place: number) => { row: Patch } | { unreadable: UnreadableRow } {
  const key = keys[table] ?? "id";
  const seen = new Set<unknown>();
  return (raw, place) => {
    const left = (why: string): { unreadable: UnreadableRow } => ({
      unreadable: { table, id: idOf(raw, key) ?? `#${place + 1}`, row: raw, why },
    });
    if (!isPlain(raw)) return left(whyUnfit("", "notRecord"));
    const migrated = migrate(table, raw, from);
    const parsed = schemas[table].safeParse(migrated);
    if (!parsed.success) return left(whyNot(parsed.error.issues[0]));
    if (hasProto(migrated)) return left(whyUnfit("__proto__", "notField"));
    if (seen.has(migrated[key])) return left(whyUnfit(key, "twice"));
    seen.add(migrated[key]);
    return { row: { ...(parsed.data as Patch), ...migrated } };
  };
}

function migrate(table: keyof BackupTables, raw: Patch, from: number): Patch {
  if (isRecordTable(table)) return migrateFields(table, raw, from);
  const { table: of, patch } = raw;
  if (table !== "changes" || typeof of !== "string" || !isPlain(patch)) return raw;
  return { ...raw, patch: migrateFields(of, patch, from) };
}

export function isRecordTable(table: string): table is TableName {
  return Object.hasOwn(recordSchemas, table);
}

/** As a key of a row or a patch it would be taken for something else when it is written; no version has such a field. */
function hasProto(row: Patch): boolean {
  return [row, row["patch"], row["base"], row["_c"]].some(
    (fields) => isPlain(fields) && Object.hasOwn(fields, "__proto__"),
  );
}

function isPlain(value: unknown): value is Patch {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function idOf(raw: unknown, key: string): string | undefined {
  if (!isPlain(raw)) return undefined;
  const id = raw[key];
  return typeof id === "string" || typeof id === "number" ? String(id).slice(0, 200) : undefined;
}
