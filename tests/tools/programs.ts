import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/**
 * The absolute path of a program: as given when it is absolute, otherwise looked up in PATH.
 * @returns `undefined` when there is no such executable file.
 */
export function findProgram(name: string): string | undefined {
  const folders = isAbsolute(name) ? [""] : (process.env["PATH"] ?? "").split(delimiter);
  const endings = process.platform === "win32" && !name.endsWith(".exe") ? [".exe"] : [""];
  return folders
    .flatMap((folder) => endings.map((ending) => (folder === "" ? name : join(folder, name)) + ending))
    .find((path) => isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run: both mean "look further".
    return false;
  }
}

/** True where a window can be opened: always on macOS and Windows, elsewhere with an X or Wayland display. */
export function hasDisplay(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}
