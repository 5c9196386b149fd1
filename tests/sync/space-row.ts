import type { MilepostDb } from "@/lib/db/database.ts";
import { noStatus, personalSpace } from "@/lib/domain/space.ts";

/** A browser that knows of a storage and has read nothing of it yet; the engine is given the storage itself. */
export async function setUpSpace(db: MilepostDb, browserName = ""): Promise<void> {
  await db.spaces.put({
    id: personalSpace,
    storage: { kind: "webdav", url: "https://storage.example/", user: "", password: "" },
    browserName,
    since: 0,
    paused: false,
    codeConfirmedAt: null,
    keys: null,
    status: noStatus,
    failures: 0,
  });
}
