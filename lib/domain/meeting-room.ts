import { linkBehind } from "./rooms/link-behind.ts";
import { meetRoom } from "./rooms/meet.ts";
import { discordRoom, jitsiRoom, slackRoom, wherebyRoom } from "./rooms/open-rooms.ts";
import { pathHosts, pathRoom } from "./rooms/path-rooms.ts";
import { isBelow, type Room } from "./rooms/room.ts";
import { isTeamsHost, teamsRoom } from "./rooms/teams.ts";
import { webexRoom } from "./rooms/webex.ts";
import { isZoomHost, zoomRoom } from "./rooms/zoom.ts";

export type { Room } from "./rooms/room.ts";

const longestAddress = 4_096;

/**
 * Which meeting room a tab's address is, judged by the full address alone. Passcodes and other query values never
 * enter the key. Only `https:` on exactly the platform's hosts counts.
 * @returns `null` for anything that is not a meeting page; never throws
 */
export function roomOf(url: string): Room | null {
  if (url.length > longestAddress) return null;
  const parsed = URL.parse(url);
  if (!parsed || parsed.protocol !== "https:" || parsed.username || parsed.password || parsed.port)
    return null;
  return readerOf(parsed.hostname)?.(parsed) ?? null;
}

/**
 * The room key of a link that a person typed or pasted or that a calendar holds, for matching it with a tab later: a web
 * address, one that is wrapped in a tracking link, or one for the desktop application.
 * @returns `null` if it names no room
 */
export function roomKeyOf(link: string): string | null {
  const room = roomOf(linkBehind(link));
  return room && room.key !== "-" ? room.key : null;
}

function readerOf(host: string): ((url: URL) => Room | null) | null {
  if (host === "meet.google.com") return meetRoom;
  if (isZoomHost(host)) return zoomRoom;
  if (isTeamsHost(host)) return teamsRoom;
  if (isBelow(host, "webex.com")) return webexRoom;
  if (host === "meet.jit.si" || host === "8x8.vc") return jitsiRoom;
  if (isBelow(host, "whereby.com")) return wherebyRoom;
  if (host === "app.slack.com") return slackRoom;
  if (/^(?:(?:ptb|canary)\.)?discord\.com$/.test(host)) return discordRoom;
  return pathHosts.includes(host) ? pathRoom : null;
}
