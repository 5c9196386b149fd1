/** A wrapped link in a wrapped link in … is no link that a calendar makes. */
const mostLayers = 5;

/**
 * The address behind the ones that mail programs put around it: Outlook's SafeLinks and Google's redirect.
 * @returns `link` itself where nothing is around it; never throws
 */
export function unwrappedLink(link: string): string {
  let inner = link;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const next = layerBelow(inner);
    if (next === null) return inner;
    inner = next;
  }
  return inner;
}

function layerBelow(link: string): string | null {
  const url = URL.parse(link);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  if (url.hostname.endsWith(".safelinks.protection.outlook.com")) return url.searchParams.get("url");
  const google = url.hostname === "www.google.com" || url.hostname === "google.com";
  if (google && url.pathname === "/url") return url.searchParams.get("q") ?? url.searchParams.get("url");
  return null;
}
