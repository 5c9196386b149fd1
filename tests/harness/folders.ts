import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const repositoryRoot = resolve(import.meta.dirname, "../..");

/** Everything the tools make lives here and is ignored by git. */
export const outputFolder = join(repositoryRoot, ".output");

export type Target = "chrome" | "firefox";

/**
 * The unpacked production build for one browser.
 * @throws when it was not built yet.
 */
export function builtExtension(target: Target): string {
  const folder = join(outputFolder, `${target}-mv3`);
  if (existsSync(join(folder, "manifest.json"))) return folder;
  throw new Error(`There is no build for ${target} in ${folder}. Run: npm run build`);
}

/** The parts of a manifest that the tests look at; everything else stays unknown. */
export type Manifest = Record<string, unknown> & {
  version: string;
  permissions?: string[];
  optional_permissions?: string[];
  browser_specific_settings?: { gecko?: { id?: string } };
};

/** Reads `manifest.json` of an unpacked extension; it is our own build output, hence trusted. */
export function readManifest(extensionFolder: string): Manifest {
  return JSON.parse(readFileSync(join(extensionFolder, "manifest.json"), "utf8")) as Manifest;
}

export type TemporaryFolder = { path: string; remove: () => void };

/**
 * Gives a private folder to `use`, and removes it should that fail. Otherwise it is up to `use` when it goes.
 * @throws what `use` throws.
 */
export async function withTemporaryFolder<Result>(
  prefix: string,
  use: (folder: TemporaryFolder) => Promise<Result>,
): Promise<Result> {
  const folder = temporaryFolder(prefix);
  try {
    return await use(folder);
  } catch (error) {
    folder.remove();
    throw error;
  }
}

/**
 * A private folder in the system's temporary folder, also removed when this process ends.
 * Removal retries, because a browser that was just killed may still be closing files in it.
 */
export function temporaryFolder(prefix: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `milepost-${prefix}-`));
  const remove = (): void => {
    process.off("exit", remove);
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  process.on("exit", remove);
  return { path, remove };
}
