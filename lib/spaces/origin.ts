import type { StorageAccess } from "@/lib/domain/space.ts";

/** The match pattern of the permission that a storage takes; `null` for a folder. @throws TypeError if it is no address */
export function originOf(storage: StorageAccess): string | null {
  if (storage.kind === "folder") return null;
  const { protocol, hostname } = new URL(storage.url);
  return `${protocol}//${hostname}/*`;
}
