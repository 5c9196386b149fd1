import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "./folders.ts";

/**
 * An unpacked extension made up on the spot, for what our own must not have, or to compare ours with.
 * @param files - path inside the extension → text
 */
export function throwawayExtension(
  manifest: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): TemporaryFolder {
  const folder = temporaryFolder("extension");
  const all = {
    "manifest.json": JSON.stringify({
      manifest_version: 3,
      name: "Throwaway",
      version: "1",
      ...manifest,
    }),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    const file = join(folder.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
