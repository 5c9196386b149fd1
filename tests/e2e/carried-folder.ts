import type { Page } from "puppeteer-core";

/** Puts a folder that the origin has for itself in the place of the one that a person would choose in a dialog. */
export async function pickOwnFolder(page: Page, name = "Carried"): Promise<void> {
  await page.evaluate((called) => {
    const pick = async (): Promise<FileSystemDirectoryHandle> =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(called, { create: true });
    Object.assign(globalThis, { showDirectoryPicker: pick });
  }, name);
}

/** The files that both had when they were last carried. */
export type Carried = Set<string>;

/** What lies in the folder: the path of each file, and what is in it in Base64. */
function filesIn(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const files: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const entry of folder.values()) {
        const at = `${path}${entry.name}`;
        if (entry.kind === "directory") await walk(entry, `${at}/`);
        else {
          const file = await entry.getFile();
          const bytes = new Uint8Array(await file.arrayBuffer());
          files[at] = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
        }
      }
    };
    const root = await navigator.storage.getDirectory();
    await walk(await root.getDirectoryHandle("Carried", { create: true }), "");
    return files;
  });
}

/** Writes files there, or removes those that are `null`. */
async function putInto(page: Page, files: Record<string, string | null>): Promise<void> {
  await page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, content] of Object.entries(all)) {
      let folder = await root.getDirectoryHandle("Carried", { create: true });
      const names = path.split("/");
      const last = names.pop() ?? "";
      for (const name of names) folder = await folder.getDirectoryHandle(name, { create: true });
      if (content === null) {
        await folder.removeEntry(last);
        continue;
      }
      const writing = await (await folder.getFileHandle(last, { create: true })).createWritable();
      await writing.write(Uint8Array.from(atob(content), (letter) => letter.codePointAt(0) ?? 0));
      await writing.close();
    }
  }, files);
}

/** Makes the folders of two browsers alike, as the programs do that carry one: what is new comes, what was removed goes. */
export async function carryBetween(one: Page, other: Page, carried: Carried): Promise<void> {
  const [here, there] = [await filesIn(one), await filesIn(other)];
  const missing = (from: Record<string, string>, to: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(from).filter(([path]) => !(path in to) && !carried.has(path)));
  const removed = (from: Record<string, string>, to: Record<string, string>): Record<string, null> =>
    Object.fromEntries(
      [...carried].filter((path) => !(path in from) && path in to).map((path) => [path, null]),
    );
  await putInto(other, { ...missing(here, there), ...removed(here, there) });
  await putInto(one, { ...missing(there, here), ...removed(there, here) });
  carried.clear();
  for (const path of Object.keys(await filesIn(one))) carried.add(path);
}
