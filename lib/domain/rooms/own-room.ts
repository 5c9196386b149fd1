import { decoded, isName, type Room, segmentsOf } from "./room.ts";

/**
 * A page that is none of the known sites, as the room that a person says it is: its host and path. What stands behind
 * `?` and `#` is left out, as that is where passcodes are.
 * @returns `null` for what cannot be one: only `https:`, only paths of ordinary names
 */
export function ownRoomOf(address: string): Room | null {
  const url = URL.parse(address);
  if (!url || address.length > 4_096 || url.protocol !== "https:" || url.username || url.password)
    return null;
  const path = segmentsOf(url).map((segment) => decoded(segment));
  const key = `other:${[url.host, ...path].join("/")}`;
  return path.every(isName) && key.length <= 300 ? { platform: "other", state: "room", key } : null;
}
