/** What an address says about a meeting. `key` is the same for every spelling of one room, `-` where it names none. */
export interface Room {
  platform: string;
  state: "room" | "launcher" | "shell" | "ended";
  key: string;
}

/**
 * Which meeting room a tab's address is, judged by the full address alone. Passcodes and other query values never
 * enter the key. Only `https:` on exactly the platform's hosts counts.
 * @returns `null` for anything that is not a meeting page; never throws
 */
export function roomOf(url: string): Room | null {
  if (url.length > 4_096) return null;
  const parsed = URL.parse(url);
  if (!parsed || parsed.protocol !== "https:" || parsed.username || parsed.password || parsed.port)
    return null;
  const host = parsed.hostname;
  if (host === "meet.google.com") return meetRoom(parsed);
  if (isZoomHost(host)) return zoomRoom(parsed);
  return null;
}

/** The room key of a link that a person typed or pasted, for matching it with a tab later; `null` if it names none. */
export function roomKeyOf(url: string): string | null {
  const room = roomOf(url);
  return room && room.key !== "-" ? room.key : null;
}

/** The platform's name as people know it. */
export function platformName(platform: string): string {
  return { meet: "Google Meet", zoom: "Zoom" }[platform] ?? platform;
}

function segmentsOf(url: URL): string[] {
  return url.pathname.split("/").filter(Boolean);
}

/** `/abc-defg-hij`, also behind `/_meet/`, and `/lookup/NAME`. Everything else there is a landing or help page. */
function meetRoom(url: URL): Room | null {
  let segments = segmentsOf(url);
  if (segments[0] === "_meet") segments = segments.slice(1);
  const [first = "", second] = segments;
  if (first === "lookup" && second && segments.length === 2) {
    return { platform: "meet", state: "room", key: `meet:lookup/${second.toLowerCase()}` };
  }
  if (segments.length !== 1 || !/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/i.test(first)) return null;
  return { platform: "meet", state: "room", key: `meet:${first.toLowerCase()}` };
}

const zoomDomains = ["zoom.us", "zoomgov.com", "zoom.com", "zoom-x.de", "zoom.com.cn"];

function isZoomHost(host: string): boolean {
  return zoomDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Meeting numbers have 9 to 11 digits. `/j`, `/s`, `/w` and `/my` only launch the application; `/wc` is the call. */
function zoomRoom(url: URL): Room | null {
  const segments = segmentsOf(url);
  const [first = "", second = "", third = ""] = segments;
  const zoom = (state: Room["state"], key: string): Room => ({ platform: "zoom", state, key });
  if (url.hostname.startsWith("events.")) return null;
  if (first === "postattendee" || (first === "wc" && second === "leave")) return zoom("ended", "-");
  if (first === "wc") {
    const number = second === "join" ? third : second;
    return isZoomNumber(number) && segments.length <= 3 ? zoom("room", `zoom:${number}`) : null;
  }
  if (["j", "s", "w"].includes(first) && segments.length === 2 && isZoomNumber(second)) {
    return zoom("launcher", `zoom:${second}`);
  }
  if (first === "my" && segments.length === 2) {
    return zoom("launcher", `zoom:${url.hostname}/${second.toLowerCase()}`);
  }
  return null;
}

function isZoomNumber(value: string): boolean {
  return /^\d{9,11}$/.test(value);
}
