import { roomKeyOf } from "./meeting-room.ts";
import { withoutPasscode } from "./room-link.ts";
import { longestLine } from "./limits.ts";
import { unwrappedLink } from "./rooms/unwrapped-link.ts";

/** The fields of an event that may say where to join. */
export interface LinkFields {
  url?: string | undefined;
  /** What the calendar itself calls the conference, as Google's and Microsoft's do. */
  conference?: string | undefined;
  location?: string | undefined;
  description?: string | undefined;
}

export interface RoomLink {
  /** Without a passcode; `null` where it leads into an application only. */
  roomUrl: string | null;
  /** `null` for a site that is not known. */
  roomKey: string | null;
}

/** More of a text than this is not looked through. */
const searchedLength = 50_000;
const mostLinks = 200;

const links = /[a-z][a-z\d+.-]{1,20}:(?:\/\/)?[^\s<>"'\\^`{|}]+/giu;

/**
 * Where an event is joined: the first field that names a room of a known site wins, and in it the longest link. Failing
 * that, a web link in a field that is meant for one.
 */
export function roomLinkOf({ url, conference, location, description }: LinkFields): RoomLink {
  const fields = [url, conference, location, description].map((field) => linksIn(field ?? ""));
  for (const found of fields) {
    const rooms = found.filter((link) => roomKeyOf(link) !== null);
    const longest = longestOf(rooms);
    if (longest !== null) return { roomUrl: webAddress(longest), roomKey: roomKeyOf(longest) };
  }
  for (const found of fields.slice(0, 3)) {
    const longest = longestOf(found.filter((link) => webAddress(link) !== null));
    if (longest !== null) return { roomUrl: webAddress(longest), roomKey: null };
  }
  return { roomUrl: null, roomKey: null };
}

/** All links of a text, unwrapped and without the punctuation of the sentence around them. */
export function linksIn(text: string): string[] {
  const found: string[] = [];
  // Calendars that are written by web pages hold markup.
  const plain = text.slice(0, searchedLength).replaceAll("&amp;", "&");
  for (const [link] of plain.matchAll(links)) {
    found.push(unwrappedLink(trimmed(link)));
    if (found.length === mostLinks) break;
  }
  return found;
}

function trimmed(link: string): string {
  let end = link.length;
  for (;;) {
    if (/[.,;:!?)\]>]/u.test(link.charAt(end - 1))) end -= 1;
    else if (link.slice(end - 3, end).toUpperCase() === "%3E") end -= 3;
    else return link.slice(0, end);
  }
}

function longestOf(found: readonly string[]): string | null {
  return found.reduce<string | null>(
    (longest, link) => (longest === null || link.length > longest.length ? link : longest),
    null,
  );
}

function webAddress(link: string): string | null {
  const url = URL.parse(link);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  if (url.username || url.password || !url.hostname.includes(".")) return null;
  const kept = withoutPasscode(url.href);
  return kept.length > longestLine ? null : kept;
}
