/** What Chromium adds to the handle of a folder; the types of the DOM do not know it yet. */
interface Permitted {
  queryPermission(wish: { mode: "readwrite" }): Promise<PermissionState>;
  requestPermission(wish: { mode: "readwrite" }): Promise<PermissionState>;
}

interface Picker {
  showDirectoryPicker?(options: { id: string; mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
}

/** Can the person choose a folder that we may write to? Chromium alone. */
export function canPickFolder(): boolean {
  return "showDirectoryPicker" in globalThis;
}

/**
 * Must be called straight from a click.
 * @param id what for: the browser begins where it was last chosen for the same
 * @returns `null` where the person chose none
 */
export async function pickFolder(id: "backups" | "sync"): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (globalThis as Picker).showDirectoryPicker?.({ id, mode: "readwrite" })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

/** The permission ends with the last tab of ours (the panel is none), and with the browser. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as unknown as Permitted).queryPermission({ mode: "readwrite" })) === "granted";
}

/** Must be called straight from a click. */
export async function askToWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as unknown as Permitted).requestPermission({ mode: "readwrite" })) === "granted";
}

/** Writes a file whole or not at all; one of the same name is replaced. */
export async function writeFile(folder: FileSystemDirectoryHandle, name: string, file: Blob): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  await file.stream().pipeTo(await handle.createWritable());
}

/** The names of the files in a folder. */
export async function fileNames(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const [name, handle] of folder.entries()) if (handle.kind === "file") names.push(name);
  return names;
}
