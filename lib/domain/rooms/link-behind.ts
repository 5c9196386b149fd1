import { decoded, isBelow } from "./room.ts";
import { unwrappedLink } from "./unwrapped-link.ts";
import { isZoomNumber } from "./zoom.ts";

/**
 * The web address that a link leads to: taken out of what mail programs and search engines wrap around it, and in place
 * of a link to a desktop application. What is neither is returned as it is.
 */
export function linkBehind(link: string): string {
  const url = unwrappedLink(link.trim());
  return ofApplication(url) ?? url;
}

/** `zoommtg://zoom.us/join?confno=NUMBER`, `msteams:/l/meetup-join/…`, `tel:…,,*01*NUMBER#`, `sip:NUMBER@zoomcrc.com`. */
function ofApplication(link: string): string | null {
  const [, scheme = "", rest = ""] = /^([a-z]+):(.*)$/is.exec(link.slice(0, 4_096)) ?? [];
  switch (scheme.toLowerCase()) {
    case "zoommtg":
    case "zoomus": {
      const number = new URLSearchParams(rest.split("?")[1] ?? "").get("confno") ?? "";
      return isZoomNumber(number) ? `https://zoom.us/j/${number}` : null;
    }
    case "msteams":
      return `https://teams.microsoft.com/${rest.replace(/^\/+/, "").replace(/^teams\.microsoft\.com\//, "")}`;
    case "tel": {
      const number = /,+(?:\*\d*\*)?(\d{9,11})#/.exec(decoded(rest))?.[1] ?? "";
      return isZoomNumber(number) ? `https://zoom.us/j/${number}` : null;
    }
    case "sip": {
      const [, user = "", host = ""] = /^([\w.-]{1,100})@([\w.-]{1,200})/.exec(rest) ?? [];
      if (isBelow(host, "zoomcrc.com") && isZoomNumber(user)) return `https://zoom.us/j/${user}`;
      return isBelow(host, "webex.com") && user ? `https://${host.toLowerCase()}/meet/${user}` : null;
    }
    default:
      return null;
  }
}
