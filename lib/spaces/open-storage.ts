import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { folderStore } from "@/lib/sync/folder.ts";
import { s3Store } from "@/lib/sync/s3.ts";
import { type Store, StoreError } from "@/lib/sync/store.ts";
import { webdavStore } from "@/lib/sync/webdav.ts";

export interface Network {
  fetch: typeof globalThis.fetch;
  /** Epoch ms. */
  now: () => number;
}

/** What all our names begin with, as `spaceStore` makes them: here it is the folder that each kind of storage makes. */
const home = "milepost1";

/** The storage that a person brought. @throws StoreError where there is no such address or folder */
export function openStorage(
  { storage, handle }: Pick<SpaceRow, "storage" | "handle">,
  { fetch, now }: Network,
): Store {
  switch (storage.kind) {
    case "webdav":
      return inHome(webdavStore({ ...storage, folder: home, fetch }));
    case "s3":
      return inHome(s3Store({ ...storage, folder: home, fetch, now }));
    case "folder":
      if (!handle) throw new StoreError("refused", { cause: "No folder was chosen." });
      return inHome(folderStore({ root: handle, folder: home, now }));
  }
}

function inHome(store: Store): Store {
  const place = (name: string): string =>
    name === home ? "" : name.startsWith(`${home}/`) ? name.slice(home.length + 1) : name;
  return {
    list: (folder) => store.list(place(folder)),
    get: (name) => store.get(place(name)),
    put: (name, bytes) => store.put(place(name), bytes),
    remove: (name) => store.remove(place(name)),
  };
}
