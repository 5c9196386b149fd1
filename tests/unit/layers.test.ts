import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repositoryRoot, temporaryFolder } from "@/tests/harness/folders.ts";

/*
 * `.oxlintrc.json` is where the layers of the architecture are written down, and the linter holds the real tree to it.
 * Here it is shown that the linter would notice: each forbidden import in a file of its own, beside the allowed ones.
 */
const imports = [
  ["lib/domain/probe.ts", "forbids", "@/lib/db/database"],
  ["lib/domain/probe.ts", "forbids", "@/lib/browser/alarms"],
  ["lib/domain/probe.ts", "forbids", "@/lib/domain/goal"],
  ["lib/domain/probe.ts", "forbids", "dexie"],
  ["lib/domain/probe.ts", "forbids", "wxt/browser"],
  ["lib/domain/probe.ts", "forbids", "uuid"],
  ["lib/domain/probe.ts", "forbids", "zod"],
  ["lib/domain/probe.ts", "forbids", "zod/v4"],
  ["lib/domain/probe.ts", "forbids", "../db/database"],
  ["lib/domain/probe.ts", "allows", "./goal"],
  ["lib/domain/probe.ts", "allows", "zod/mini"],
  ["lib/domain/probe.ts", "allows", "chrono-node/de"],
  ["lib/content/probe.ts", "forbids", "@/lib/db/database"],
  ["lib/content/probe.ts", "forbids", "preact"],
  ["lib/content/probe.ts", "allows", "@/lib/domain/goal"],
  ["lib/db/probe.ts", "forbids", "@/lib/browser/alarms"],
  ["lib/db/probe.ts", "forbids", "@/lib/sync/engine"],
  ["lib/db/probe.ts", "forbids", "@preact/signals"],
  ["lib/db/probe.ts", "forbids", "wxt/browser"],
  ["lib/db/probe.ts", "allows", "@/lib/domain/goal"],
  ["lib/db/probe.ts", "allows", "@/lib/formats/backup"],
  ["lib/db/probe.ts", "allows", "dexie"],
  ["lib/sync/probe.ts", "forbids", "@/lib/browser/alarms"],
  ["lib/sync/probe.ts", "forbids", "preact"],
  ["lib/sync/probe.ts", "forbids", "aws4fetch"],
  ["lib/sync/probe.ts", "allows", "@/lib/db/database"],
  ["lib/sync/probe.ts", "forbids", "@/lib/spaces/replica"],
  ["lib/db/probe.ts", "forbids", "@/lib/spaces/replica"],
  ["lib/spaces/probe.ts", "forbids", "@/lib/browser/alarms"],
  ["lib/spaces/probe.ts", "forbids", "@/lib/state/popup"],
  ["lib/spaces/probe.ts", "forbids", "wxt/browser"],
  ["lib/spaces/probe.ts", "allows", "@/lib/db/database"],
  ["lib/spaces/probe.ts", "allows", "@/lib/sync/sync"],
  ["lib/sync/probe.ts", "allows", "age-encryption"],
  ["lib/sync/probe.ts", "allows", "@noble/hashes/argon2.js"],
  ["lib/reminders/probe.ts", "forbids", "age-encryption"],
  ["lib/sync/s3.ts", "forbids", "@/lib/browser/alarms"],
  ["lib/reminders/probe.ts", "forbids", "@/lib/browser/alarms"],
  ["lib/reminders/probe.ts", "allows", "@/lib/db/deliveries"],
  ["lib/formats/probe.ts", "forbids", "@/lib/db/database"],
  ["lib/formats/probe.ts", "forbids", "@/lib/browser/alarms"],
  ["lib/formats/probe.ts", "forbids", "preact"],
  ["lib/formats/probe.ts", "forbids", "zod"],
  ["lib/formats/probe.ts", "allows", "@/lib/domain/goal"],
  ["lib/formats/probe.ts", "allows", "some-format-library"],
  ["lib/browser/probe.ts", "forbids", "@/lib/db/database"],
  ["lib/browser/probe.ts", "forbids", "@/lib/state/popup"],
  ["lib/browser/probe.ts", "forbids", "preact"],
  ["lib/browser/probe.ts", "forbids", "zod"],
  ["lib/browser/probe.ts", "allows", "wxt/browser"],
  ["lib/browser/probe.ts", "allows", "wxt/utils/storage"],
  ["lib/browser/probe.ts", "allows", "@/lib/domain/goal"],
  ["lib/state/probe.ts", "forbids", "@/components/kit/icon"],
  ["lib/state/probe.ts", "forbids", "@/lib/sync/engine"],
  ["lib/state/probe.ts", "forbids", "wxt/browser"],
  ["lib/state/probe.ts", "forbids", "zod"],
  ["lib/state/probe.ts", "allows", "@/lib/db/database"],
  ["lib/state/probe.ts", "allows", "@/lib/spaces/set-up"],
  ["lib/state/probe.ts", "allows", "@/lib/browser/tabs"],
  ["lib/state/probe.ts", "allows", "@preact/signals"],
  ["components/kit/probe.tsx", "forbids", "dexie"],
  ["components/kit/probe.tsx", "forbids", "@/lib/db/database"],
  ["components/kit/probe.tsx", "forbids", "@/lib/browser/tabs"],
  ["components/kit/probe.tsx", "forbids", "@/lib/sync/engine"],
  ["components/kit/probe.tsx", "forbids", "@/lib/spaces/set-up"],
  ["components/kit/probe.tsx", "forbids", "../popup/popup"],
  ["components/kit/probe.tsx", "forbids", "zod"],
  ["components/kit/probe.tsx", "allows", "@/lib/domain/goal"],
  ["components/kit/probe.tsx", "allows", "@/components/popup/popup"],
  ["components/kit/probe.tsx", "allows", "preact/hooks"],
  ["entrypoints/popup/probe.ts", "forbids", "@/entrypoints/sidepanel/app"],
  ["entrypoints/popup/probe.ts", "forbids", "../background"],
  ["entrypoints/popup/probe.ts", "forbids", "zod"],
  ["entrypoints/popup/probe.ts", "allows", "@/lib/db/database"],
  ["tests/unit/probe.ts", "forbids", "zod"],
  ["tests/unit/probe.ts", "allows", "../harness/wait"],
] as const;

describe("the linter", () => {
  const folder = temporaryFolder("layers");
  const refused = new Set<string>();

  beforeAll(async () => {
    copyFileSync(join(repositoryRoot, ".oxlintrc.json"), join(folder.path, ".oxlintrc.json"));
    for (const [index, [file, , specifier]] of imports.entries()) {
      const path = join(folder.path, numbered(file, index));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `export { probe } from "${specifier}";\n`);
    }
    for (const { code, filename } of await lint(folder.path)) {
      if (code.includes("no-restricted-imports")) refused.add(filename);
    }
  });

  afterAll(folder.remove);

  test.each(imports.map((row, index) => [...row, index] as const))(
    "in %s %s %s",
    (file, verdict, _specifier, index) => {
      expect(refused.has(numbered(file, index))).toBe(verdict === "forbids");
    },
  );
});

test("no files import each other in a circle", () => {
  const files = ["entrypoints", "components", "lib"].flatMap((folder) => sources(folder));
  expect(files.length).toBeGreaterThan(10);
  expect(findCycle(importGraph(files))).toBeUndefined();
});

test("a circle would be found", () => {
  const graph = new Map([
    ["a", ["b"]],
    ["b", ["c", "d"]],
    ["c", []],
    ["d", ["b"]],
  ]);
  expect(findCycle(graph)).toEqual(["b", "d", "b"]);
});

function numbered(file: string, index: number): string {
  return file.replace("probe", `probe-${index}`);
}

type Diagnostic = { code: string; filename: string };

async function lint(folder: string): Promise<readonly Diagnostic[]> {
  const program = join(repositoryRoot, "node_modules/oxlint/bin/oxlint");
  const output = await new Promise<string>((resolve) => {
    // It ends with 1 when it finds something, which is what it is here for.
    execFile(process.execPath, [program, "--format", "json"], { cwd: folder }, (_, stdout) =>
      resolve(stdout),
    );
  });
  return (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(repositoryRoot, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** File → the files of ours that it imports when it runs; types are gone by then. */
function importGraph(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(repositoryRoot, file), "utf8");
      const specifiers = [
        ...text.matchAll(
          /^(?:import|export)\s(?!type\s)[^;]*?["']([^"']+)["']|\bimport\(["']([^"']+)["']\)/gm,
        ),
      ].map(([, statement, call]) => statement ?? call ?? "");
      const targets = specifiers
        .filter((specifier) => /^(@\/|\.)/.test(specifier))
        .map((specifier) =>
          specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(file), specifier),
        )
        .flatMap((path) => [path, `${path}.ts`, `${path}.tsx`].filter((candidate) => known.has(candidate)));
      return [file, targets];
    }),
  );
}

/** The first circle, from a file back to itself. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
