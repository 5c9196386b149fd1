import type * as z from "zod/mini";
import type { MilepostDb } from "@/lib/db/database.ts";
import { recount } from "@/lib/db/tally.ts";
import { applyWrite, type Change, type Patch, writeOf } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";

/** A number from 0 up to 1; the same seed gives the same numbers (mulberry32). */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function oneOf<T>(chance: Chance, items: readonly T[]): T {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error("Nothing to choose from.");
  return item;
}

/** What people type and paste: emoji, both directions, NUL, halves of an emoji, what looks like something else. */
const snippets = [
  "Ask for feedback",
  "👩‍👩‍👧‍👦 🏔️",
  "مرحبا بالعالم",
  "שלום\u202e",
  "\u0000",
  "\ud83d",
  "\ude00 half",
  '"quoted" \\ and \\u0041',
  "line\nline\r\n\u2028\u2029",
  "__proto__",
  "{[",
  "Müller 日本語 ß",
  "\ufeff",
  "\u007f\u0001",
];

/** The fields of an envelope that a write cannot say, or that tell where a row belongs. */
const kept = new Set(["id", "_c", "author", "space", "visibility", "createdAt"]);

interface ZodDef {
  type: string;
  innerType?: z.ZodMiniType;
  element?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  shape?: Record<string, z.ZodMiniType>;
  entries?: Record<string, string>;
  checks?: readonly {
    _zod: { def: { check: string; minimum?: number; value?: unknown; pattern?: RegExp } };
  }[];
}

/** A value that a schema accepts. */
function valueFor(schema: z.ZodMiniType, chance: Chance): unknown {
  const def = schema._zod.def as unknown as ZodDef;
  switch (def.type) {
    case "optional":
    case "nullable":
    case "default":
      if (def.type === "nullable" && chance() < 0.3) return null;
      return valueFor(inner(def.innerType), chance);
    case "object":
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .filter(([, field]) => isAsked(field) || chance() < 0.7)
          .map(([name, field]) => [name, valueFor(field, chance)]),
      );
    case "array":
      return Array.from({ length: 1 + Math.floor(chance() * 3) }, () => valueFor(inner(def.element), chance));
    case "enum":
      return oneOf(chance, Object.values(def.entries ?? {}));
    case "record":
      return { meetingSoon: valueFor(inner(def.valueType), chance) };
    case "boolean":
      return chance() < 0.5;
    case "number":
      return numberFor(def, chance);
    case "string":
      return stringFor(def, chance);
    default:
      throw new Error(`No value is known for a schema of type ${def.type}.`);
  }
}

function inner(schema: z.ZodMiniType | undefined): z.ZodMiniType {
  if (!schema) throw new Error("A schema without its inner schema.");
  return schema;
}

function isAsked(schema: z.ZodMiniType): boolean {
  return !["optional", "default"].includes((schema._zod.def as unknown as ZodDef).type);
}

function numberFor(def: ZodDef, chance: Chance): number {
  const bound = (check: string): number | undefined =>
    def.checks?.map((each) => each._zod.def).find((each) => each.check === check)?.value as
      | number
      | undefined;
  const least = bound("greater_than") ?? 0;
  const most = Math.min(bound("less_than") ?? 1_000_000, 2_000_000_000_000);
  return least + Math.floor(chance() * (most - least + 1));
}

function stringFor(def: ZodDef, chance: Chance): string {
  const pattern = def.checks?.map((each) => each._zod.def).find((each) => each.pattern)?.pattern?.source;
  const two = (below: number, from = 0): string =>
    String(from + Math.floor(chance() * below)).padStart(2, "0");
  if (pattern?.includes("\\d{4}")) return `20${two(100)}-${two(12, 1)}-${two(28, 1)}`;
  if (pattern?.includes("A-Za-z0-9+/")) return btoa(two(100).repeat(1 + Math.floor(chance() * 9)));
  if (pattern) return `${two(24)}:${two(60)}`;
  return Array.from({ length: 1 + Math.floor(chance() * 4) }, () => oneOf(chance, snippets)).join(" ");
}

/** The id of the random row `number` of a table. */
export function idFor(prefix: string, table: TableName, number: number): string {
  return `${prefix}-${table}-${number}`;
}

/** Rows with the log that made them, `each` of every kind, with edits and trash. */
export interface RandomRows {
  rows: Record<TableName, (Stamped & Patch)[]>;
  changes: (Change & { n: number })[];
}

/**
 * @param from `writer` and `me` are the browser's; `now` is epoch ms; `prefix` begins each id
 */
export function randomRows(
  each: number,
  chance: Chance,
  from: { writer: string; me: string; now: number; prefix: string },
): RandomRows {
  const rows = Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as RandomRows["rows"];
  const changes: RandomRows["changes"] = [];
  let last: Stamp | undefined;
  let { now } = from;
  for (const table of tableNames) {
    const { shape } = recordSchemas[table]._zod.def as unknown as { shape: Record<string, z.ZodMiniType> };
    const fields = Object.entries(shape).filter(([name]) => !kept.has(name));
    for (let number = 0; number < each; number += 1) {
      let row: (Stamped & Patch) | undefined;
      const edits = chance() < 0.3 ? 1 + Math.floor(chance() * 3) : 0;
      for (let edit = 0; edit <= edits; edit += 1) {
        const patch = Object.fromEntries(
          fields
            .filter(([name]) => (edit === 0 ? name !== "deletedAt" : chance() < 0.2))
            .map(([name, schema]) => [name, valueFor(schema, chance)]),
        );
        now += Math.floor(chance() * 2);
        const applied = applyWrite(row, writeOf(table, idFor(from.prefix, table, number), patch), {
          now,
          writer: from.writer,
          author: from.me,
          act: `act-${changes.length}`,
          did: "addGoal",
          last,
        });
        if (!applied) continue;
        row = applied.row;
        last = applied.change.stamp;
        changes.push({ ...applied.change, n: changes.length + 1 });
      }
      if (row) rows[table].push(row);
    }
  }
  return { rows, changes };
}

/** Writes random rows into a database as if it were their own, with a row in every other table. */
export async function fillAtRandom(db: MilepostDb, each: number, seed: number, prefix = "r"): Promise<void> {
  const chance = chanceFrom(seed);
  const from = { writer: `writer-${prefix}`, me: idFor(prefix, "people", 0), now: 1_700_000_000_000, prefix };
  const { rows, changes } = randomRows(each, chance, from);
  await db.transaction("rw", db.tables, async () => {
    for (const name of tableNames) await db.table(name).bulkPut(rows[name]);
    await db.changes.bulkPut(changes);
    await db.drafts.put({ id: "popup", kind: "win", text: oneOf(chance, snippets), updatedAt: from.now });
    await db.lastWords.put({
      id: rows.notes[0]?.id ?? "",
      edits: [{ from: 0, to: 0, insert: "\ud83d", of: "1" }],
      result: "2",
    });
    await db.unreadable.put({
      id: "goals/x",
      table: "goals",
      row: { id: "x", deep: [[{}]] },
      why: "title: too_big",
      foundAt: 1,
    });
    await db.meta.bulkPut([
      { key: "identity", writer: from.writer, me: from.me },
      { key: "schema", version: schemaVersion },
      { key: "focus", mentorshipId: idFor(prefix, "mentorships", 1) },
      {
        key: "sample",
        mentorshipId: idFor(prefix, "mentorships", 2),
        people: [idFor(prefix, "people", 3)],
        focusBefore: null,
      },
      { key: "clock", last: changes.at(-1)?.stamp ?? [0, 0, ""] },
    ]);
    await recount(db);
  });
}
