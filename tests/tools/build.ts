import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { outputFolder, repositoryRoot, type Target } from "../harness/folders.ts";
import { runScript } from "./steps.ts";

/** What a build is made from. */
const sources = [
  "components",
  "entrypoints",
  "lib",
  "package-lock.json",
  "package.json",
  "public",
  "wxt.config.ts",
];

/** Makes the production builds for these browsers. */
export async function build(targets: readonly Target[] = ["chrome", "firefox"]): Promise<void> {
  for (const target of targets) await runScript(`build:${target}`);
}

/** Makes the builds that are missing or older than a source. */
export async function buildWhereNeeded(targets: readonly Target[]): Promise<void> {
  const newest = Math.max(...sources.map((source) => newestChangeAt(join(repositoryRoot, source))));
  await build(targets.filter((target) => builtAt(target) < newest));
}

function builtAt(target: Target): number {
  const manifest = join(outputFolder, `${target}-mv3`, "manifest.json");
  return statSync(manifest, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The last change of a file, or of anything in a folder, epoch milliseconds; 0 when it is not there. */
function newestChangeAt(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time tells of files that were added or removed.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChangeAt(join(path, name))));
}
