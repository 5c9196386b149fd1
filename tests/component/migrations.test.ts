import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { MilepostDb } from "@/lib/db/database.ts";
import { replayLog } from "@/lib/db/log.ts";
import { countAll } from "@/lib/db/tally.ts";
import type { Change, Patch } from "@/lib/domain/change.ts";
import { withoutPasscode } from "@/lib/domain/room-link.ts";
import { migrateFields, migrations } from "@/lib/domain/migrations.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { userErrorIn } from "@/lib/domain/user-error.ts";
import { copyOfRows } from "./all-rows.ts";
import { frozenDatabase, layDown, lyingThere, versions } from "./frozen-databases.ts";
import { dump } from "./fresh-db.ts";
import { storesOf } from "./one-of-everything.ts";

async function opened(name: string): Promise<MilepostDb> {
  const db = new MilepostDb({ name });
  onTestFinished(() => db.close());
  await db.open();
  return db;
}

describe.each(versions)("a database of version %i", (version) => {
  test("opens with every row, as the migrations make it", async () => {
    const frozen = await frozenDatabase(version);
    const db = await opened(await layDown(frozen));
    for (const [table, rows] of Object.entries(frozen.tables)) {
      if (table === "meta") continue;
      const expected = (rows as Patch[]).map((row) => {
        const name = table === "changes" ? String(row["table"]) : table;
        if (table !== "changes") return migrateFields(name, row, version);
        return { ...row, patch: migrateFields(name, row["patch"] as Patch, version) };
      });
      expect(expected.length, `${table} of the fixture`).toBeGreaterThan(table === "unreadable" ? -1 : 0);
      expect(await db.table(table).toArray(), table).toEqual(expected);
    }
    expect(await db.metaOf("schema")).toEqual({ key: "schema", version: schemaVersion });
    expect(await db.metaOf("identity")).toEqual(
      (frozen.tables["meta"] as Patch[]).find((row) => row["key"] === "identity"),
    );
    expect(await db.metaOf("tally")).toEqual({ key: "tally", ...(await countAll(db)) });
  });

  test("has rows that are well-formed, and that its log tells of", async () => {
    const db = await opened(await layDown(await frozenDatabase(version)));
    for (const table of tableNames) {
      for (const row of await db.table(table).toArray()) {
        expect(recordSchemas[table].safeParse(row), table).toMatchObject({ success: true });
      }
    }
    const told = await replayLog(db);
    expect(Object.fromEntries([...told].map(([key, { row }]) => [key, row]))).toEqual(await copyOfRows(db));
  });

  test("keeps no passcode of a room", async () => {
    const db = await opened(await layDown(await frozenDatabase(version)));
    const changes: Change[] = await db.changes.toArray();
    const fields = [...Object.values(await copyOfRows(db)), ...changes.map(({ patch }) => patch)] as Patch[];
    const links = fields.flatMap((each) => (typeof each["roomUrl"] === "string" ? [each["roomUrl"]] : []));
    expect(links.length).toBeGreaterThan(1);
    expect(links).toEqual(links.map(withoutPasscode));
    expect(JSON.stringify(fields)).not.toContain("secret");
  });

  test("is not changed by being opened again", async () => {
    const name = await layDown(await frozenDatabase(version));
    const first = await opened(name);
    const before = await dump(first);
    first.close();
    expect(await dump(await opened(name))).toEqual(before);
  });
});

test("a database of a later version is refused, and not a byte of it is changed", async () => {
  const frozen = await frozenDatabase(1);
  const meta = (frozen.tables["meta"] as Patch[]).map((row) =>
    row["key"] === "schema" ? { ...row, version: schemaVersion + 1 } : row,
  );
  const name = await layDown({
    ...frozen,
    nativeVersion: 1_000,
    stores: { ...storesOf(new MilepostDb()), laterThings: "id, mentorshipId" },
    tables: { ...frozen.tables, meta, laterThings: [{ id: "skill", level: 3 }] },
  });
  const before = await lyingThere(name);
  const refused: unknown = await opened(name).catch((error: unknown) => error);
  expect(userErrorIn(refused)?.code).toBe("newerDatabase");
  expect(await lyingThere(name)).toEqual(before);
});

/** Fields as rows and patches have them, and as nobody would expect them. */
const fields = fc.dictionary(
  fc.constantFrom("id", "title", "roomUrl", "roomKey", "visits", "text", "_c"),
  fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom("https://us05web.zoom.us/j/81234567890?pwd=secret#success", "zoom.us/j/1?pwd=x", ""),
    fc.anything(),
  ),
);

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

describe("the migrations", () => {
  test("lead from each version to the next, and each says what it does", () => {
    expect(migrations.map(({ to }) => to).toSorted((a, b) => a - b)).toEqual(migrations.map(({ to }) => to));
    expect(new Set(migrations.map(({ to }) => to))).toEqual(new Set(versions.slice(1)));
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
    for (const { name } of migrations) expect(name).toMatch(/\w+ \w+/);
  });

  test.each(migrations)(
    "to $to: $name – changes nothing it is given, and nothing the second time",
    (migration) => {
      fc.assert(
        fc.property(fc.constantFrom(...tableNames, "later"), fields, (table, given) => {
          const once = migration.fields(table, deepFreeze(given));
          expect(migration.fields(table, deepFreeze(once))).toEqual(once);
        }),
      );
    },
  );
});
