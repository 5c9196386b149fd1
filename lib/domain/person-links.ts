/** A line of somebody's links: what it says, and where it may lead. */
export interface PersonLink {
  text: string;
  /** `null` for what is no link, or none that is safe to click on. */
  href: string | null;
}

/**
 * The links of a person, one a line. Only what opens a web page or writes a mail becomes something to click on: what
 * comes from a file or another hand may hold anything.
 */
export function personLinks(text: string): PersonLink[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ text: line, href: hrefOf(line) }));
}

function hrefOf(line: string): string | null {
  if (/\s/u.test(line)) return null;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/u.test(line)) return `mailto:${line}`;
  const url = URL.parse(line.includes(":") ? line : `https://${line}`);
  if (!url || url.username || url.password) return null;
  if (url.protocol === "mailto:") return url.href;
  const web = url.protocol === "https:" || url.protocol === "http:";
  return web && url.hostname.includes(".") ? url.href : null;
}
