/** What an address says about a meeting. `key` is the same for every spelling of one room, `-` where it names none. */
export interface Room {
  platform: string;
  state: "room" | "launcher" | "shell" | "ended";
  key: string;
}

/** A page of a call that names no meeting. */
export const unnamed = "-";

export function segmentsOf(url: URL): string[] {
  return url.pathname.split("/").filter(Boolean);
}

/** Percent-decoded up to `times` times, since links are wrapped in links; what cannot be decoded is left as it is. */
export function decoded(text: string, times = 1): string {
  let plain = text;
  for (let n = 0; n < times && plain.includes("%"); n += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}

/** Equal to the domain, or below it. */
export function isBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** A name in a path as a key may hold it: no separators, nothing invisible, not endless. */
export function isName(segment: string | undefined): segment is string {
  return Boolean(segment) && /^[^\s/?#&=\p{C}]{1,200}$/u.test(segment ?? "");
}
