import { type Room, segmentsOf } from "./room.ts";

/** Google Meet: `/abc-defg-hij`, also behind `/_meet/`, and `/lookup/NAME`. All else there is a landing or help page. */
export function meetRoom(url: URL): Room | null {
  let segments = segmentsOf(url);
  if (segments[0] === "_meet") segments = segments.slice(1);
  const [first = "", second] = segments;
  if (first === "lookup" && second && segments.length === 2) {
    return { platform: "meet", state: "room", key: `meet:lookup/${second.toLowerCase()}` };
  }
  if (segments.length !== 1 || !/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/i.test(first)) return null;
  return { platform: "meet", state: "room", key: `meet:${first.toLowerCase()}` };
}
