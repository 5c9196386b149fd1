/**
 * A room's link without what lets one in: passcodes and tokens in the query or behind `#`. Whoever joins is asked for
 * it, or is known to the platform. What is not a web address, or has none, is returned as it is.
 */
export function withoutPasscode(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || (parsed.protocol !== "https:" && parsed.protocol !== "http:")) return url;
  const isTeams = parsed.hostname.endsWith("teams.microsoft.com") || parsed.hostname === "teams.live.com";
  const secrets = [...parsed.searchParams.keys()].filter(
    (name) => /^(?:pwd|passcode|password|tk)$/i.test(name) || (isTeams && name === "p"),
  );
  const inFragment = /^#(?:.*[?&])?(?:pwd|p)[-=]/i.test(parsed.hash);
  if (secrets.length === 0 && !inFragment) return url;
  for (const name of secrets) parsed.searchParams.delete(name);
  if (inFragment) parsed.hash = "";
  return parsed.href;
}

/** A room's link as something to click on: only what leads to a web page. Data from elsewhere may hold anything. */
export function roomHref(url: string | null | undefined): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
