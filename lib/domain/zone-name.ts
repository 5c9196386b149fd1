import { isTimeZone } from "./civil-time.ts";
import { windowsZones } from "./windows-zones.ts";

/**
 * The IANA zone that a calendar means by its own name for it: one of IANA as it is or behind the path of a library, one
 * of Windows, or Outlook's spelling of UTC.
 * @returns `null` for a name that nobody but its calendar knows
 */
export function zoneNamed(name: string): string | null {
  const plain = name.trim().replaceAll(/^"|"$/gu, "");
  if (plain.length === 0 || plain.length > 200) return null;
  const windows = windowsZones.get(plain.toLowerCase());
  if (windows && isTimeZone(windows)) return windows;
  if (/^(?:z|utc|gmt|(?:tzone:\/\/microsoft\/)?utc|coordinated universal time)$/iu.test(plain)) return "UTC";
  // `/mozilla.org/20050126_1/America/Argentina/Buenos_Aires`: the zone is at the end, two or three parts long.
  const parts = plain.split("/");
  for (const length of plain.startsWith("/") ? [3, 2] : [parts.length]) {
    const tail = parts.slice(-length).join("/");
    if (/^[A-Za-z]/u.test(tail) && isTimeZone(tail)) return tail;
  }
  return null;
}
