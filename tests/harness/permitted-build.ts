import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  builtExtension,
  readManifest,
  type Target,
  temporaryFolder,
  type TemporaryFolder,
} from "./folders.ts";

/** The product with the permission for some hosts already given, which is otherwise asked for in a dialog. */
export function permittedBuild(target: Target, origins: readonly string[]): TemporaryFolder {
  const folder = temporaryFolder("permitted");
  cpSync(builtExtension(target), folder.path, { recursive: true });
  const manifest = { ...readManifest(folder.path), host_permissions: origins };
  writeFileSync(join(folder.path, "manifest.json"), JSON.stringify(manifest));
  return folder;
}
