import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { folderStore } from "@/lib/sync/folder.ts";
import { s3Store } from "@/lib/sync/s3.ts";
import { type Store, StoreError } from "@/lib/sync/store.ts";
import { webdavStore } from "@/lib/sync/webdav.ts";
import { NotAllowed } from "./problem-kind.ts";

export interface Network {
  fetch: typeof globalThis.fetch;
  /** Epoch ms. */
  now: () => number;
}

/** The folder in a storage under which everything of ours is. */
const folder = "milepost1";

/**
 * The storage that a person brought. The one of a folder throws {@link NotAllowed} where the browser lets us use it no more.
 * @throws StoreError where there is no such address or folder
 */
export function openStorage(
  { storage, handle }: Pick<SpaceRow, "storage" | "handle">,
  { fetch, now }: Network,
): Store {
  switch (storage.kind) {
    case "webdav":
      return webdavStore({ ...storage, folder, fetch });
    case "s3":
      return s3Store({ ...storage, folder, fetch, now });
    case "folder":
      if (!handle) throw new StoreError("notStorage", { cause: "No folder was chosen." });
      return allowed(folderStore({ root: handle, folder, now }));
  }
}

/** A folder asks for no login: it is the browser that refuses. */
function allowed(store: Store): Store {
  const attempt = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      if (error instanceof StoreError && error.failure === "refused") throw new NotAllowed();
      throw error;
    }
  };
  return {
    list: (path) => attempt(store.list(path)),
    get: (name) => attempt(store.get(name)),
    put: (name, bytes) => attempt(store.put(name, bytes)),
    remove: (name) => attempt(store.remove(name)),
  };
}
