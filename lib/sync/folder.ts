import { isPlainName } from "./http.ts";
import { type Store, StoreError, type StoreFailure } from "./store.ts";

export interface FolderOptions {
  /** As the person chose it. */
  root: FileSystemDirectoryHandle;
  /** Below it, made where it is not there. */
  folder: string;
  /** Epoch ms. */
  now: () => number;
}

/**
 * A folder of this computer, which something else (Syncthing, a client of a cloud) carries to the others. A file is
 * written beside its place and moved there when it is whole, so that what is carried is never half of one. What other
 * programs put there, and the copies that they make of what they take for a conflict, are passed over: ours never conflict.
 */
export function folderStore({ root, folder, now }: FolderOptions): Store {
  const base = folder.split("/");

  const find = async (path: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle> => {
    let found = root;
    for (const name of [...base, ...path]) found = await found.getDirectoryHandle(name, { create });
    return found;
  };

  return {
    list: (path) =>
      attempt(async () => {
        const names: string[] = [];
        const found = await orAbsent(find(path === "" ? [] : path.split("/"), false));
        if (!found) {
          await checkRoot(root);
          return { names };
        }
        for await (const [name, handle] of found.entries()) {
          if (halfWritten.test(name)) await sweep(found, handle, now());
          else if (isPlainName(name) && !foreign.test(name)) names.push(name);
        }
        return { names };
      }),
    get: (name) =>
      attempt(async () => {
        const { path, file } = split(name);
        const found = await orAbsent(find(path, false));
        const handle = found && (await orAbsent(found.getFileHandle(file)));
        const content = handle && (await orAbsent(handle.getFile()));
        return content ? new Uint8Array(await content.arrayBuffer()) : null;
      }),
    put: (name, bytes) =>
      attempt(async () => {
        const { path, file } = split(name);
        await writeWhole(await find(path, true), file, new Uint8Array(bytes));
      }),
    remove: (name) =>
      attempt(async () => {
        const { path, file } = split(name);
        const found = await orAbsent(find(path, false));
        if (found) await orAbsent(found.removeEntry(file));
      }),
  };
}

/** Not in the types yet, and not in every browser. */
type Movable = FileSystemFileHandle & { move?: (name: string) => Promise<void> };

/** The browser makes an empty file under the name at once; where it can move files, it does that under another name. */
async function writeWhole(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const canMove = "move" in FileSystemFileHandle.prototype;
  const first = canMove ? `${name}.part` : name;
  const handle: Movable = await folder.getFileHandle(first, { create: true });
  const writing = await handle.createWritable();
  try {
    await writing.write(bytes);
    await writing.close();
    await handle.move?.(name);
  } catch (error) {
    // What is told is why it failed, not why the rest of it stays: that is swept away later.
    await Promise.allSettled([writing.abort()]);
    await Promise.allSettled([folder.removeEntry(first)]);
    throw error;
  }
}

/** What a file is called until it is whole: by Chromium, and by us. */
const halfWritten = /\.(crswap|part)$/;
/** Longer than any file takes. */
const halfWrittenMs = 24 * 3_600_000;

/** Of other programs: hidden files, copies of a conflict, files under way. */
const foreign = /^\.|\.sync-conflict-|^~syncthing~|\.tmp$/;

/** A file that was never finished: the browser ended in the middle. */
async function sweep(
  folder: FileSystemDirectoryHandle,
  handle: FileSystemHandle,
  now: number,
): Promise<void> {
  if (handle.kind !== "file") return;
  const file = await orAbsent((handle as FileSystemFileHandle).getFile());
  if (file && now - file.lastModified > halfWrittenMs) await orAbsent(folder.removeEntry(handle.name));
}

/** A disk that is not there looks like an empty folder otherwise. @throws NotFoundError */
async function checkRoot(root: FileSystemDirectoryHandle): Promise<void> {
  await root.entries().next();
}

function split(name: string): { path: string[]; file: string } {
  const path = name.split("/");
  return { file: path.pop() ?? "", path };
}

async function orAbsent<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (nameOf(error) === "NotFoundError") return null;
    throw error;
  }
}

const failures: Readonly<Record<string, StoreFailure>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  QuotaExceededError: "full",
  NotFoundError: "notStorage",
  TypeMismatchError: "notStorage",
  NotReadableError: "busy",
  NoModificationAllowedError: "busy",
  InvalidModificationError: "busy",
  InvalidStateError: "busy",
  AbortError: "busy",
};

async function attempt<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const failure = failures[nameOf(error)];
    if (!failure) throw error;
    throw new StoreError(failure, { cause: nameOf(error) });
  }
}

function nameOf(error: unknown): string {
  return error instanceof DOMException ? error.name : "";
}
