import { ensureStorages } from "../tools/storages.ts";

/**
 * Before the tests of storages: they run against servers that people use.
 * @throws with what to do where those are missing
 */
export function setup(): void {
  ensureStorages("webdav");
  ensureStorages("ceph");
}
