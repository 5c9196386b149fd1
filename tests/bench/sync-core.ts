/** What a browser must load to be kept in step over WebDAV, to be measured: the engine, its keys and the storage. */
export { gateOf } from "@/lib/sync/gate.ts";
export { sealerOf } from "@/lib/sync/seal.ts";
export { spaceStore } from "@/lib/sync/spaces.ts";
export { sync } from "@/lib/sync/sync.ts";
export { webdavStore } from "@/lib/sync/webdav.ts";
