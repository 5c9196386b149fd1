import type { DBCoreMutateRequest } from "dexie";
import type { MilepostDb } from "@/lib/db/database.ts";

/** Has a test see each write before it is made; what it throws is what the write fails with. Opens the database anew. */
export async function beforeEachWrite(db: MilepostDb, see: (table: string) => void): Promise<void> {
  db.use({
    stack: "dbcore",
    name: "each write",
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request: DBCoreMutateRequest) => {
            see(name);
            return table.mutate(request);
          },
        };
      },
    }),
  });
  db.close();
  await db.open();
}
