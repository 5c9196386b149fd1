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

/** The folder in a storage under which everything of ours is. */
const folder = "milepost1";

/** The storage that a person brought. @throws StoreError where there is no such address or folder */
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
      if (!handle) throw new StoreError("refused", { cause: "No folder was chosen." });
      return folderStore({ root: handle, folder, now });
  }
}
