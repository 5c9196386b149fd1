import type { MilepostDb } from "@/lib/db/database.ts";
import { catchUp } from "@/lib/db/search-catch-up.ts";
import { deleteForGood, expiredTrash } from "@/lib/db/trash.ts";
import { comeHome } from "./coming-home.ts";
import { checkHealth, isHealthy, keepCanary, whileFewer } from "./health.ts";
import { runScheduledBackup } from "./scheduled-backup.ts";
import { copyIfDue } from "./snapshots.ts";

/** What every wake of the background does for the data: look that it is all there, bring home, count, copy, tidy, index. */
export async function tend(db: MilepostDb): Promise<void> {
  await checkHealth(db);
  if (!(await isHealthy())) return;
  await comeHome(db);
  await keepCanary(db);
  await copyIfDue(db);
  const expired = await expiredTrash(db);
  if (expired.length > 0) await whileFewer(db, () => deleteForGood(db, expired));
  await runScheduledBackup(db, "background");
  await catchUp(db);
}
