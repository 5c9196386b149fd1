import { keptAside, letGo } from "@/lib/browser/lifeboat-store.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { bringHome } from "@/lib/db/homecoming.ts";
import { checkHealth, isHealthy, keepCanary } from "./health.ts";
import { copyIfDue } from "./snapshots.ts";

/** What every wake of the background does for the data: look that it is all there, bring home, count, copy. */
export async function tend(db: MilepostDb): Promise<void> {
  await checkHealth(db);
  if (!(await isHealthy())) return;
  await comeHome(db);
  await keepCanary(db);
  await copyIfDue(db);
}

/** Brings in what was kept aside while the database did not open. */
export function comeHome(db: MilepostDb): Promise<void> {
  return navigator.locks.request("milepost-lifeboat", async () => {
    const aside = await keptAside();
    if (aside.length > 0) await letGo(await bringHome(db, aside));
  });
}
