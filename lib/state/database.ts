import { MilepostDb } from "@/lib/db/database.ts";

/** The database of this context. Opened by its first use. */
export const db = new MilepostDb();
