import { decoded, isName, type Room, segmentsOf, unnamed } from "./room.ts";

/** What a site of named rooms serves beside them. */
const jitsiFolders = new Set([
  "static",
  "libs",
  "images",
  "css",
  "fonts",
  "sounds",
  "lang",
  "about",
  "config",
]);
const fileName = /\.(?:html?|js|css|ico|png|svg|json|txt|xml|webmanifest)$/i;

/** Jitsi: `/ROOM` or `/TENANT/ROOM`, of which capital letters make no difference. 8x8 has tenants only. */
export function jitsiRoom(url: URL): Room | null {
  const segments = segmentsOf(url).map((segment) => decoded(segment).toLowerCase());
  const [first = "", second = ""] = segments;
  if (first === "static" && /^close\d?\.html$/.test(second)) {
    return { platform: "jitsi", state: "ended", key: unnamed };
  }
  const fewest = url.hostname === "8x8.vc" ? 2 : 1;
  if (segments.length < fewest || segments.length > 2 || jitsiFolders.has(first)) return null;
  if (!segments.every(isName) || segments.some((segment) => fileName.test(segment))) return null;
  return { platform: "jitsi", state: "room", key: `jitsi:${url.hostname}/${segments.join("/")}` };
}

const wherebyPages =
  /^(?:user|information|blog|about|pricing|login|signup|sitemap|favicon|robots|assets|static|product|developers?)/;

/** Whereby: `ORG.whereby.com/ROOM` or `whereby.com/ROOM`, beside the pages of the product. */
export function wherebyRoom(url: URL): Room | null {
  const segments = segmentsOf(url);
  const room = decoded(segments[0] ?? "").toLowerCase();
  const org = url.hostname === "whereby.com" ? "" : url.hostname.slice(0, -".whereby.com".length);
  if (segments.length !== 1 || !isName(room) || wherebyPages.test(room) || fileName.test(room)) return null;
  if (/^(?:www|docs|help|api|status|blog|dev)$/.test(org) || org.includes(".")) return null;
  return { platform: "whereby", state: "room", key: org ? `whereby:${org}/${room}` : `whereby:${room}` };
}

/** Slack: a huddle belongs to a channel. Its address shows in a call only sometimes, so the channel alone is a shell. */
export function slackRoom(url: URL): Room | null {
  const [first = "", team = "", channel = "", fourth] = segmentsOf(url);
  if (!/^T[A-Z0-9]{2,20}$/.test(team) || !/^[CDG][A-Z0-9]{2,20}$/.test(channel)) return null;
  const slack = (state: Room["state"]): Room => ({
    platform: "slack",
    state,
    key: `slack:${team}/${channel}`,
  });
  if (first === "huddle") return slack("room");
  if (first !== "client") return null;
  return slack(fourth === "huddle" || url.searchParams.has("huddle_thread") ? "room" : "shell");
}

/** Discord: the address is the channel's, in a call or not. */
export function discordRoom(url: URL): Room | null {
  const [first, guild = "", channel = ""] = segmentsOf(url);
  if (first !== "channels" || !/^(?:@me|\d{5,25})$/.test(guild) || !/^\d{5,25}$/.test(channel)) return null;
  return { platform: "discord", state: "shell", key: `discord:${guild}/${channel}` };
}
