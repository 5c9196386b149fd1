import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { repositoryRoot, temporaryFolder } from "../harness/folders.ts";

/** What a later version has that this one does not: a field, a value of a field, and a table. */
const edits: Readonly<Record<string, readonly (readonly [find: string, put: string])[]>> = {
  "lib/domain/goal.ts": [
    ['z.enum(["open", "reached", "dropped"])', 'z.enum(["open", "reached", "dropped", "asleep"])'],
    [
      "export const Goal = z.object({",
      "export const Dream = z.object({ ...envelope, mentorshipId: Id, title: Line });\nexport const Goal = z.object({\n  colour: z.optional(z.nullable(Line)),",
    ],
  ],
  "lib/domain/record-schemas.ts": [
    ['import { Goal } from "./goal.ts";', 'import { Dream, Goal } from "./goal.ts";'],
    ["  goals: Goal,", "  goals: Goal,\n  dreams: Dream,"],
  ],
  "lib/domain/records.ts": [['  "goals",', '  "goals",\n  "dreams",']],
  "lib/domain/history-fields.ts": [["  goals: [", '  dreams: ["title"],\n  goals: [']],
  "lib/domain/search-fields.ts": [
    ['  notes: { title: "", ', '  dreams: { title: "title", texts: [] },\n  notes: { title: "", '],
  ],
  "lib/domain/schema-version.ts": [["schemaVersion =", "schemaVersion = 1 +"]],
  "lib/db/database.ts": [
    [
      "    // Dexie opens a newer database",
      '    this.version(99).stores({ dreams: "id, mentorshipId, deletedAt" });\n    // Dexie opens a newer database',
    ],
  ],
};

export type LaterVersion = typeof import("./later-entry.ts");

/** The code as it would be after an update, whole: its own engine, replica and database. */
export async function laterVersion(): Promise<LaterVersion> {
  const folder = temporaryFolder("later");
  const edited = new Set<string>();
  const built = await build({
    configFile: false,
    root: repositoryRoot,
    logLevel: "error",
    resolve: { alias: { "@": repositoryRoot } },
    plugins: [
      {
        name: "later",
        enforce: "pre",
        load(id) {
          const file = Object.keys(edits).find((each) => id === join(repositoryRoot, each));
          if (file === undefined) return null;
          edited.add(file);
          return (edits[file] ?? []).reduce(
            (source, [find, put]) => {
              if (source.split(find).length !== 2)
                throw new Error(`Not found exactly once in ${file}: ${find}`);
              return source.replace(find, () => put);
            },
            readFileSync(id, "utf8"),
          );
        },
      },
    ],
    build: {
      write: false,
      target: "esnext",
      lib: { entry: join(repositoryRoot, "tests/sync/later-entry.ts"), formats: ["es"], fileName: "later" },
      rolldownOptions: { external: [/^[^./@]/, /^@(?!\/)/], output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("It was not built.");
  if (edited.size !== Object.keys(edits).length) throw new Error("Not all of it was edited.");
  symlinkSync(join(repositoryRoot, "node_modules"), join(folder.path, "node_modules"));
  const file = join(folder.path, "later.mjs");
  writeFileSync(file, output.output[0].code);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as LaterVersion;
}
