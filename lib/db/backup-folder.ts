import { Dexie, type EntityTable } from "dexie";

/**
 * Where the person wants their backups: a handle that the browser gave out. In a database of its own, since it is of
 * this browser alone, is written in the background, and must outlive a restore.
 */
class PlacesDb extends Dexie {
  places!: EntityTable<{ key: "folder"; handle: FileSystemDirectoryHandle }, "key">;

  constructor() {
    super("milepost-places");
    this.version(1).stores({ places: "key" });
  }
}

async function withPlaces<T>(use: (db: PlacesDb) => Promise<T>): Promise<T> {
  const db = new PlacesDb();
  try {
    return await use(db);
  } finally {
    db.close();
  }
}

export function backupFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return withPlaces(async (db) => (await db.places.get("folder"))?.handle);
}

export function keepBackupFolder(handle: FileSystemDirectoryHandle): Promise<void> {
  return withPlaces(async (db) => {
    await db.places.put({ key: "folder", handle });
  });
}
