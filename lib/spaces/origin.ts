import { siteOf } from "@/lib/domain/site.ts";
import type { StorageKind } from "@/lib/domain/space.ts";

/** The match pattern of the permission that a storage takes; `null` for a folder. @throws TypeError if it is no address */
export function originOf(
  storage: { kind: "folder" } | { kind: Exclude<StorageKind, "folder">; url: string },
): string | null {
  return storage.kind === "folder" ? null : siteOf(storage.url);
}
