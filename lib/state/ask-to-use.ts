import { askToWrite } from "@/lib/browser/folder.ts";
import { askToReach } from "@/lib/browser/site-permission.ts";
import { originOf } from "@/lib/spaces/origin.ts";

/**
 * Asks for the permission that a storage takes: for exactly its site, or for its folder. Must be called straight from a
 * click, before anything is waited for.
 */
export function askToUse(
  storage:
    | { kind: "webdav" | "s3"; url: string }
    | { kind: "folder"; handle: FileSystemDirectoryHandle | null },
): Promise<boolean> {
  if (storage.kind === "folder") return storage.handle ? askToWrite(storage.handle) : Promise.resolve(false);
  const origin = originOf(storage);
  return origin === null ? Promise.resolve(true) : askToReach(origin);
}
