import { isBelow, type Room, segmentsOf, unnamed } from "./room.ts";

const domains = ["zoom.us", "zoomgov.com", "zoom.com", "zoom-x.de", "zoom.com.cn"];

export function isZoomHost(host: string): boolean {
  return domains.some((domain) => isBelow(host, domain));
}

/** Meeting numbers have 9 to 11 digits. `/j`, `/s`, `/w` and `/my` only launch the application; `/wc` is the call. */
export function zoomRoom(url: URL): Room | null {
  const segments = segmentsOf(url);
  const [first = "", second = "", third = ""] = segments;
  const zoom = (state: Room["state"], key: string): Room => ({ platform: "zoom", state, key });
  if (url.hostname.startsWith("events.")) return null;
  if (first === "postattendee" || (first === "wc" && second === "leave")) return zoom("ended", unnamed);
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

export function isZoomNumber(value: string): boolean {
  return /^\d{9,11}$/.test(value);
}
