import { UserError } from "./user-error.ts";

/** Only this computer hears what is said there. */
const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1"]);
/** Under these, countries hand out names: nobody's storage is right there. */
const shared = /^(ac|co|com|edu|gov|net|or|org)\.[a-z]{2}$/u;
const longest = 2_000;

/**
 * The address of a storage as it is reached: https, unless it is on this computer; without login, query and fragment.
 * @throws UserError that says what is wrong with it
 */
export function storageAddressFrom(typed: string): string {
  const text = typed.trim().replace(/^davs:\/\//iu, "https://");
  if (!text || text.length > longest) throw new UserError("storageAddress");
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  if (!url?.hostname) throw new UserError("storageAddress");
  if (url.protocol === "dav:") throw new UserError("storageNotSecure");
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new UserError("storageScheme");
  if (url.username || url.password) throw new UserError("storageLogin");
  const isHere = loopback.has(url.hostname);
  if (url.protocol === "http:" && !isHere) throw new UserError("storageNotSecure");
  if (!isHere && !isHost(url.hostname)) throw new UserError("storageHost");
  url.search = "";
  url.hash = "";
  return url.href;
}

function isHost(hostname: string): boolean {
  if (hostname.startsWith("[") || /^\d+(\.\d+){3}$/u.test(hostname)) return true;
  const labels = hostname.replace(/\.$/u, "").split(".");
  return labels.length > 1 && labels.every(Boolean) && !shared.test(labels.join("."));
}

/**
 * Where the files of somebody are in a Nextcloud, if that is what an address of a page of one, or of the whole server, was
 * meant for.
 * @param user as they log in, may be empty
 * @returns `null` where the address may well be one of a folder
 */
export function nextcloudFolder(address: string, user: string): string | null {
  const url = URL.parse(address);
  if (!url || !user.trim() || loopback.has(url.hostname)) return null;
  const page = /^(.*?)\/(?:index\.php(?:\/.*)?|apps(?:\/.*)?|login(?:\/.*)?|settings(?:\/.*)?)$/u.exec(
    url.pathname,
  );
  const base = page ? page[1] : url.pathname === "/" ? "" : undefined;
  if (base === undefined) return null;
  return `${url.origin}${base}/remote.php/dav/files/${encodeURIComponent(user.trim())}/`;
}

/** What of an address tells one storage from another. */
export function storagePlace(address: string): { host: string; path: string } {
  const url = URL.parse(address);
  if (!url) return { host: address, path: "" };
  return { host: url.host, path: url.pathname === "/" ? "" : decoded(url.pathname) };
}

/** A storage, as far as it matters where it is. */
export type Placed =
  | { kind: "webdav" | "s3"; url: string }
  | { kind: "folder"; handle: { name: string } | null };

/** The same for a storage of any kind; a folder has its name alone. */
export function placeOf(storage: Placed): { host: string; path: string } {
  return storage.kind === "folder"
    ? { host: storage.handle?.name ?? "", path: "" }
    : storagePlace(storage.url);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * A folder that is shared by a link of Nextcloud (`https://HOST/s/TOKEN`), as WebDAV: the token is the user, and without a
 * password of the link there is none. As Nextcloud documents it; not tried against one.
 * @returns `null` where it is no such link
 */
export function publicLink(address: string): { url: string; user: string } | null {
  const url = URL.parse(address);
  const [, base, token] =
    /^(.*?)(?:\/index\.php)?\/s\/([A-Za-z0-9]{8,64})\/?$/u.exec(url?.pathname ?? "") ??
    /^(.*?)\/public\.php\/dav\/files\/([A-Za-z0-9]{8,64})\/?$/u.exec(url?.pathname ?? "") ??
    [];
  if (!url || base === undefined || token === undefined) return null;
  return { url: `${url.origin}${base}/public.php/dav/files/${token}/`, user: token };
}
