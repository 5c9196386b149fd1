import { MilepostDb } from "@/lib/db/database.ts";
import { fail } from "./failure.ts";

/** The database of this page. */
export const db = new MilepostDb({
  beforeUpgrade: async (old) => (await import("./snapshots.ts")).copyNow(old, "upgrade"),
});

// A live query keeps quiet about a database that does not open, so the page asks itself.
db.open().catch((error: unknown) => fail("query", error));
