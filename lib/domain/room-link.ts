import { isTeamsHost } from "./rooms/teams.ts";
import { unwrappedLink } from "./rooms/unwrapped-link.ts";

/**
 * A room's link without what lets one in: passcodes and tokens in the query or behind `#`. Whoever joins is asked for
 * it, or is known to the platform. What mail programs wrap around it goes first, as they hide one in their own address.
 * What is not a web address, or has no passcode, is returned as it is.
 */
export function withoutPasscode(url: string): string {
  const link = unwrappedLink(url);
  const parsed = URL.parse(link);
  if (!parsed || (parsed.protocol !== "https:" && parsed.protocol !== "http:")) return link;
  const isTeams = isTeamsHost(parsed.hostname);
  const secrets = [...parsed.searchParams.keys()].filter(
    (name) =>
      /^(?:pwd|passcode|password|tk|roomkey)$/i.test(name) ||
      (isTeams && (name === "p" || name === "coords")),
  );
  // Teams' launcher carries the whole link in a value of its own.
  const launched = isTeams ? parsed.searchParams.get("url") : null;
  const bare = launched?.replace(/([?&])p=[^&]*/gi, "$1");
  if (bare !== undefined && bare !== launched) parsed.searchParams.set("url", bare);
  // Teams names the meeting there as well.
  const inFragment = /^#(?:.*[?&])?(?:pwd|p)[-=]/i.test(parsed.hash);
  if (secrets.length === 0 && !inFragment && (bare ?? null) === launched) return link;
  for (const name of secrets) parsed.searchParams.delete(name);
  if (inFragment) parsed.hash = isTeams ? parsed.hash.replace(/([?&])p=[^&]*/gi, "$1") : "";
  return parsed.href;
}

/** A room's link as something to click on: only what leads to a web page. Data from elsewhere may hold anything. */
export function roomHref(url: string | null | undefined): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
