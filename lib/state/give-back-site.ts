import { stopReaching } from "@/lib/browser/site-permission.ts";
import { allCalendars } from "@/lib/db/calendars.ts";
import { originOf } from "@/lib/domain/calendar-address.ts";
import { shownSpace } from "@/lib/spaces/shown.ts";
import { db } from "./database.ts";

/**
 * Gives the permission for a site back, unless a calendar or the storage is there too.
 * @param site a match pattern of one host
 */
export async function giveBackSite(site: string): Promise<void> {
  const [calendars, space] = await Promise.all([allCalendars(db), shownSpace(db)]);
  const storage = space?.storage.url ? [space.storage.url] : [];
  const used = [...calendars.map(({ address }) => address), ...storage];
  if (!used.some((address) => originOf(address) === site)) await stopReaching(site);
}
