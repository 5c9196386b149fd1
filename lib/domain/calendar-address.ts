import { UserError } from "./user-error.ts";

/**
 * The address of a calendar as it can be fetched: `webcal:` is what some call `https:`.
 * @throws UserError `badCalendarAddress` for what is no `https:` address
 */
export function calendarAddressFrom(typed: string): string {
  const text = typed.trim().replace(/^webcals?:\/\//iu, "https://");
  const url = text.length <= 4_000 ? URL.parse(text) : null;
  if (!url || url.protocol !== "https:" || url.username || url.password || !url.hostname) {
    throw new UserError("badCalendarAddress");
  }
  url.hash = "";
  return url.href;
}

/** What may be shown of an address: the rest of it is the key to the calendar. */
export function hostOf(address: string): string {
  return URL.parse(address)?.hostname ?? "";
}
