import { decoded, isBelow, type Room, segmentsOf, unnamed } from "./room.ts";

export function isTeamsHost(host: string): boolean {
  return (
    ["teams.microsoft.com", "teams.live.com", "teams.cloud.microsoft"].includes(host) ||
    isBelow(host, "teams.microsoft.us")
  );
}

const teams = (state: Room["state"], id: string | null): Room => ({
  platform: "teams",
  state,
  key: id === null ? unnamed : `teams:${id}`,
});

/**
 * Microsoft Teams. A meeting is named by its thread (long links) or by its number (short ones); either may stand in the
 * path, behind `#`, in the launcher's `url` or, for guests, in the `coords` of a light meeting. Inside the application
 * the address names nothing.
 */
export function teamsRoom(url: URL): Room | null {
  const segments = segmentsOf(url);
  const [first = "", second = ""] = segments;
  if (first === "dl" && second === "launcher") {
    const id = idIn(decoded(url.searchParams.get("url") ?? "", 2));
    return id === null ? null : teams("launcher", id);
  }
  if (first === "light-meetings") return teams("room", idInCoords(url.searchParams.get("coords")));
  const id = idIn(decoded(url.pathname, 3)) ?? idIn(decoded(url.hash, 3));
  if (id !== null) return teams("room", id);
  const isApp =
    (first === "v2" && segments.length === 1) || (url.hostname === "teams.cloud.microsoft" && !first);
  return isApp ? teams("shell", null) : null;
}

const thread = /19:meeting_[\w-]{1,200}@thread\.(?:v2|skype|tacv2)/;

/** The id in a path: `…/l/meetup-join/THREAD…`, `…/pre-join-calling/THREAD`, `…/meet/DIGITS`. */
function idIn(path: string): string | null {
  const [, kind = "", rest = ""] =
    /(?:^|[#/])(l\/meetup-join|pre-join-calling|modern-calling|calling|meet)\/([^?#&]*)/.exec(path) ?? [];
  if (!kind) return null;
  if (kind === "meet") return /^\d{10,16}(?=\/?$)/.exec(rest)?.[0] ?? null;
  return thread.exec(rest.slice(0, 300))?.[0] ?? null;
}

/** Base64 of JSON, made by Teams. Only the meeting's own id is taken; its passcode lies beside it. */
function idInCoords(coords: string | null): string | null {
  if (!coords || coords.length > 4_096) return null;
  try {
    const fields = JSON.parse(atob(coords.replaceAll("-", "+").replaceAll("_", "/"))) as unknown;
    if (typeof fields !== "object" || fields === null) return null;
    const { conversationId, meetingCode } = fields as Record<string, unknown>;
    if (typeof conversationId === "string") {
      const found = thread.exec(conversationId.slice(0, 300));
      if (found) return found[0];
    }
    return typeof meetingCode === "string" && /^\d{10,16}$/.test(meetingCode) ? meetingCode : null;
  } catch {
    return null;
  }
}
