import { spawn } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot, temporaryFolder } from "../harness/folders.ts";
import type { Mutant } from "./mutants.ts";

/** So that Node finds `@/` in the copy. */
const alias = `import { registerHooks } from "node:module";
const root = new URL(".", import.meta.url).href;
registerHooks({ resolve: (name, context, next) => next(name.startsWith("@/") ? root + name.slice(2) : name, context) });
`;

/**
 * Runs the simulator, or the cases made for it, against a copy of the engine without a guard.
 * @param seeds that it may take to be noticed
 * @returns whether it was noticed
 */
export async function isNoticed({ file, find, put, noticedBy }: Mutant, seeds: number): Promise<boolean> {
  const source = readFileSync(join(repositoryRoot, file), "utf8");
  if (source.split(find).length !== 2) throw new Error(`Not found exactly once in ${file}: ${find}`);
  const folder = temporaryFolder("mutant");
  try {
    for (const part of ["lib/domain", "lib/sync", "tests/sync", "tests/harness"])
      cpSync(join(repositoryRoot, part), join(folder.path, part), { recursive: true });
    symlinkSync(join(repositoryRoot, "node_modules"), join(folder.path, "node_modules"));
    writeFileSync(join(folder.path, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(folder.path, file),
      source.replace(find, () => put),
    );
    writeFileSync(join(folder.path, "alias.mjs"), alias);
    const program =
      noticedBy === "scenario"
        ? ["tests/sync/scenarios.ts"]
        : ["tests/sync/simulate.ts", "--seeds", String(seeds), "--stop", "1"];
    const { code, errors } = await runNode(folder.path, ["--import", "./alias.mjs", ...program]);
    // A copy that does not even load proves nothing.
    if (/SyntaxError|ReferenceError|ERR_MODULE_NOT_FOUND|TypeError/.test(errors)) throw new Error(errors);
    return code !== 0;
  } finally {
    folder.remove();
  }
}

function runNode(cwd: string, args: readonly string[]): Promise<{ code: number | null; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.on("data", (part: Buffer) => (errors += part.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, errors }));
  });
}
