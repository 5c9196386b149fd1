import { keptAside, letGo } from "@/lib/browser/lifeboat-store.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { bringHome } from "@/lib/db/homecoming.ts";

/** Brings in what was kept aside while the database did not open. */
export function comeHome(db: MilepostDb): Promise<void> {
  return navigator.locks.request("milepost-lifeboat", async () => {
    const aside = await keptAside();
    if (aside.length > 0) await letGo(await bringHome(db, aside));
  });
}
