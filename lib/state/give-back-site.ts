import { stopReaching } from "@/lib/browser/site-permission.ts";
import { allCalendars } from "@/lib/db/calendars.ts";
import { siteOf } from "@/lib/domain/site.ts";
import { storageUrls } from "@/lib/spaces/shown.ts";
import { db } from "./database.ts";

/**
 * Gives the permission for a site back, unless a calendar or a storage is there too.
 * @param site a match pattern of one host
 */
export async function giveBackSite(site: string): Promise<void> {
  const [calendars, storages] = await Promise.all([allCalendars(db), storageUrls(db)]);
  const used = [...calendars.map(({ address }) => address), ...storages];
  if (!used.some((address) => siteOf(address) === site)) await stopReaching(site);
}
