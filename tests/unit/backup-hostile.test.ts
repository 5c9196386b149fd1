import { describe, expect, test } from "vitest";
import { readWhy, whyNot, whyUnfit } from "@/lib/domain/unfit.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { checksumOf, printBackup, type Tables } from "@/lib/formats/backup.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { type Backup, readBackup } from "@/lib/formats/read-backup.ts";
import { chanceFrom, type Chance, oneOf, randomRows } from "@/tests/random-rows.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";

/*
 * A backup file comes from anywhere. Reading one ends in a backup whose rows are all as their schemas have them, or in a
 * reason that can be said; in nothing else.
 */
const from = { writer: "w", me: "r-people-0", now: 1_700_000_000_000, prefix: "r" };
const about = { app: "1.2.3", createdAt: 1_763_990_520_000 };

function someTables(): Tables {
  const { rows, changes } = randomRows(3, chanceFrom(1), from);
  return {
    ...rows,
    changes,
    drafts: [{ id: "popup", kind: "win", text: "\ud83d", updatedAt: 1 }],
    lastWords: [],
    unreadable: [],
    settings: [{ key: "me", value: from.me }],
  };
}

/** Reads it, and holds the result to what is promised. @returns the code of the refusal, or the backup */
async function outcome(file: Blob): Promise<string | Backup> {
  try {
    const backup = await readBackup(file);
    for (const name of tableNames) {
      for (const row of backup.tables[name]) expect(recordSchemas[name].safeParse(row).success).toBe(true);
    }
    const kept = Object.values(backup.tables).reduce((sum, rows) => sum + rows.length, 0);
    const unknown = Object.values(backup.unknownTables).reduce((sum, rows) => sum + rows, 0);
    const counted = Object.values(backup.counts).reduce((sum, rows) => sum + rows, 0);
    expect(kept + backup.unreadable.length + unknown).toBe(counted);
    return backup;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.code).toMatch(/^backup/);
    return error.code;
  }
}

describe("500 mutated files", () => {
  test(
    "300 that were damaged are refused with a reason, or are as they were",
    { timeout: 60_000 },
    async () => {
      const file = await printBackup(someTables(), about);
      const whole = new Uint8Array(await file.arrayBuffer());
      const unharmed = JSON.stringify(((await outcome(file)) as Backup).tables);
      const chance = chanceFrom(2);
      const seen = new Set<string>();
      for (let round = 0; round < 300; round += 1) {
        const result = await outcome(new Blob([damaged(whole, chance)]));
        if (typeof result === "string") seen.add(result);
        else expect(JSON.stringify(result.tables)).toBe(unharmed);
      }
      expect([...seen]).toEqual(
        expect.arrayContaining(["backupTruncated", "backupChanged", "backupNotOurs"]),
      );
    },
  );

  test(
    "200 with odd values and a checksum that fits give sound rows and a list of the others",
    { timeout: 60_000 },
    async () => {
      const chance = chanceFrom(3);
      let unreadable = 0;
      for (let round = 0; round < 200; round += 1) {
        const result = await outcome(await twistedFile(chance));
        if (typeof result !== "string") unreadable += result.unreadable.length;
      }
      expect(unreadable).toBeGreaterThan(50);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    },
  );
});

/** A few bytes flipped, cut off, doubled, swapped or overwritten. */
function damaged(whole: Uint8Array<ArrayBuffer>, chance: Chance): Uint8Array<ArrayBuffer> {
  const bytes = whole.slice();
  const place = (): number => Math.floor(chance() * bytes.length);
  const ways: (() => Uint8Array<ArrayBuffer>)[] = [
    () => {
      const at = place();
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
      return bytes;
    },
    () => bytes.slice(0, place()),
    () => bytes.slice(place()),
    () => {
      const [a = 0, b = 0] = [place(), place()].toSorted((x, y) => x - y);
      return new Uint8Array([...bytes.slice(0, a), ...bytes.slice(b)]);
    },
    () => {
      bytes.fill(oneOf(chance, [0, 0x5b, 0x7b, 0x22, 0x20, 0xff]), place());
      return bytes;
    },
    () => {
      const [at, length] = [place(), Math.floor(chance() * 200)];
      return new Uint8Array([...bytes.slice(0, at + length), ...bytes.slice(at)]);
    },
  ];
  return oneOf(chance, ways)();
}

const odd: readonly string[] = [
  "null",
  "true",
  "-1",
  "1e308",
  "1e999",
  "9007199254740993",
  '""',
  '"\\ud83d"',
  '"2026-02-31"',
  "[]",
  "{}",
  "[[[[[[[[[[]]]]]]]]]]",
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  `"${"x".repeat(2_001)}"`,
];

/** A file with some values of its rows replaced by odd ones, and a header that fits what it became. */
async function twistedFile(chance: Chance): Promise<Blob> {
  const tables = someTables() as Record<string, Record<string, unknown>[]>;
  for (let times = 0; times < 5; times += 1) {
    const rows =
      tables[
        oneOf(
          chance,
          Object.keys(tables).filter((name) => tables[name]?.length),
        )
      ] ?? [];
    const place = Math.floor(chance() * rows.length);
    const row = rows[place];
    if (!row || typeof row !== "object") continue;
    const value: unknown = JSON.parse(oneOf(chance, odd));
    const act = chance();
    if (act < 0.6) row[oneOf(chance, Object.keys(row).concat("__proto_", "_c", "id"))] = value;
    else if (act < 0.7) rows[place] = value as Record<string, unknown>;
    else if (act < 0.8) rows.push({ ...row });
    else if (act < 0.9)
      rows[place] = JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify({ ...row, x: 1 }).slice(1)}`);
    else tables[oneOf(chance, ["constructor", "toString", "later"])] = [value as Record<string, unknown>];
  }
  // Through JSON once, as a file has it.
  const written = JSON.parse(JSON.stringify(tables)) as Tables;
  const counts = Object.fromEntries(Object.entries(written).map(([name, rows]) => [name, rows.length]));
  const header = {
    format: "milepost-backup",
    schemaVersion: 2,
    app: "1.2.3",
    createdAt: "2026-11-24T13:22:00.000Z",
    counts,
    sha256: await checksumOf(written),
  };
  return new Blob([JSON.stringify({ ...header, tables: written })]);
}

describe("a file that would be too much for a page", () => {
  const memory = (): number => process.memoryUsage().rss / 1_000_000;

  test.each([
    ["50 MB of opening brackets", () => new Blob(["[".repeat(50_000_000)])],
    [
      "the same behind a good beginning",
      () => new Blob(['{"format":"milepost-backup","tables":', "[".repeat(50_000_000)]),
    ],
    ["200 MB of rubbish", () => rubbish("")],
    ["200 MB of rubbish behind a good beginning", () => rubbish('{"format":"milepost-backup",')],
    [
      "200 MB of empty lists",
      () => new Blob(['{"tables":{"goals":[', ...parts("[],".repeat(333_333), 200), "[]]}}"]),
    ],
  ])("%s is refused without taking it in", { timeout: 60_000 }, async (_, make) => {
    const file = make();
    const before = memory();
    expect(await outcome(file)).toMatch(/^backup(NotOurs|Changed)$/);
    expect(memory() - before).toBeLessThan(150);
  });

  test("more than 400 MB is refused by its size", async () => {
    expect(await outcome(new Blob(parts("x".repeat(10_000_000), 41)))).toBe("backupTooLarge");
  });

  function parts(text: string, times: number): Blob[] {
    const part = new Blob([text]);
    return Array.from({ length: times }, () => part);
  }

  function rubbish(start: string): Blob {
    const chance = chanceFrom(4);
    const megabyte = Uint8Array.from({ length: 1_000_000 }, () => Math.floor(chance() * 256));
    const part = new Blob([megabyte]);
    return new Blob([start, ...Array.from({ length: 200 }, () => part)]);
  }
});

test.each([
  ["", "backupEmpty"],
  ["   ", "backupNotOurs"],
  ["\ufeff{}", "backupNotOurs"],
  ["null", "backupNotOurs"],
  ['{"format":"milepost-backup"}', "backupChanged"],
  ['{"format":"milepost-back', "backupTruncated"],
  [`{"format":"milepost-backup","schemaVersion":${schemaVersion + 1}}`, "backupNewer"],
  ['{"format":"milepost-backup","schemaVersion":1e999}', "backupNewer"],
  ['{"format":"another","tables":{}}', "backupNotOurs"],
  ['{"format":"another","tables":{', "backupNotOurs"],
  ["age-encryption.org/v1\n-> scrypt", "backupEncrypted"],
])("%j is refused as %s", async (text, code) => {
  expect(await outcome(new Blob([text]))).toBe(code);
});

test("what would be refused when it is read is refused when it is made", { timeout: 60_000 }, async () => {
  const row = { id: "n", text: "x".repeat(1_000_000) };
  const tables = { notes: Array.from({ length: 400 }, () => row) };
  await expect(printBackup(tables, about)).rejects.toMatchObject({ code: "backupTooBig" });
});

test("what is wrong with a row is kept in words that are read again, and nothing else is", () => {
  expect(readWhy(whyUnfit("title", "tooBig"))).toEqual({ field: "title", code: "tooBig" });
  expect(readWhy(whyNot({ path: [], code: "invalid_type" }))).toEqual({ field: "", code: "notRecord" });
  expect(readWhy(whyNot(undefined))).toEqual({ field: "", code: "notAccepted" });
  expect(readWhy("a: b: constructor")).toEqual({ field: "a: b", code: "notAccepted" });
});

test("a file that is called off stops with the reason", async () => {
  const file = await printBackup(someTables(), about);
  await expect(readBackup(file, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  await expect(printBackup(someTables(), about, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
});

test("the mark of UTF-8 and white space in front are nothing to stumble over", async () => {
  const text = await (await printBackup(someTables(), about)).text();
  expect(await outcome(new Blob([`\ufeff \n${text}\n`]))).toMatchObject({ app: "1.2.3", unreadable: [] });
  const spaced = JSON.stringify(JSON.parse(text), null, 2);
  expect(await outcome(new Blob([spaced]))).toMatchObject({ unreadable: [] });
});
