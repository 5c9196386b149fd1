/** More than what is left of the last block of any file. */
const neededBytes = 262_144;

/** Can anything be written to the disk? Asked of the file system beside the databases, which fails alike when it is full. */
export async function hasSpace(): Promise<boolean> {
  const name = `space-${crypto.randomUUID()}`;
  try {
    const root = await navigator.storage.getDirectory();
    try {
      const file = await (await root.getFileHandle(name, { create: true })).createWritable();
      await file.write(new Uint8Array(neededBytes).fill(1));
      await file.close();
    } finally {
      await root.removeEntry(name).catch(() => {
        // It was never made.
      });
    }
    return true;
  } catch {
    return false;
  }
}
