import { utf8 } from "./bytes.ts";
import { type Answer, dateOf, folderAddress, type Http, isPlainName, refusal, request } from "./http.ts";
import { type Listing, type Store, StoreError } from "./store.ts";
import { readXml } from "./xml.ts";

export interface WebdavOptions extends Http {
  /** The folder that the person has there, as entered. */
  url: string;
  /** Below it, made where it is not there. */
  folder: string;
  /** Empty for a link that needs no login. */
  user: string;
  password: string;
}

/**
 * A folder on a WebDAV server. Nothing but MKCOL, PUT, GET, DELETE and PROPFIND of one level is used, and neither
 * conditions nor change tags: of five servers no two agree on those.
 * @throws StoreError where the address is none
 */
export function webdavStore({ url, folder, user, password, ...http }: WebdavOptions): Store {
  const root = folderAddress(url);
  const login = loginHeader(user, password);
  const below = (path: string): string => new URL(`${folder}/${path}`, root).href;

  const send = (
    method: string,
    address: string,
    extra: { headers?: Record<string, string>; body?: Uint8Array | string } = {},
  ): Promise<Answer> => request(http, address, { ...extra, method, headers: { ...login, ...extra.headers } });

  /**
   * With those above it, down from the deepest that is there. What is answered is no failure yet: where two browsers make
   * the same folder, Apache says 403 to one of them and rclone 423.
   */
  const makeFolder = async (address: string): Promise<Answer> => {
    if (address === root.href)
      throw new StoreError("notStorage", { cause: "The folder to store in is not there." });
    const made = await send("MKCOL", address);
    if (!isWithoutFolder(made)) return made;
    const above = await makeFolder(new URL("..", address).href);
    const again = await send("MKCOL", address);
    return isWithoutFolder(again) ? above : again;
  };

  return {
    list: async (path) => {
      const address = path === "" ? below("") : below(`${path}/`);
      const headers = { Depth: "1", "Content-Type": "application/xml; charset=utf-8" };
      const answer = await send("PROPFIND", address, { headers, body: question });
      const date = dateOf(answer.headers);
      if (isAbsent(answer)) return { names: [], date };
      expectStatus("PROPFIND", answer, [207]);
      return { names: readMultistatus(new TextDecoder().decode(answer.bytes), address), date };
    },
    get: async (name) => {
      const answer = await send("GET", below(name));
      if (isAbsent(answer)) return null;
      expectStatus("GET", answer, [200]);
      return answer.bytes;
    },
    put: async (name, bytes) => {
      const address = below(name);
      const headers = { "Content-Type": "application/octet-stream" };
      const put = (): Promise<Answer> => send("PUT", address, { headers, body: bytes });
      let answer = await put();
      if (isWithoutFolder(answer)) {
        const made = await makeFolder(new URL(".", address).href);
        answer = await put();
        // It says that the folder is there, and that it is not: somebody else is at it.
        if (isWithoutFolder(answer))
          throw isMade(made)
            ? new StoreError("busy", { cause: "A folder is being made." })
            : refusal("MKCOL", made);
      }
      expectStatus("PUT", answer, [200, 201, 204]);
    },
    remove: async (name) => {
      const answer = await send("DELETE", below(name));
      if (!isAbsent(answer)) expectStatus("DELETE", answer, [200, 202, 204]);
    },
  };
}

/** The least that can be asked for: only the names matter. */
const question =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>';

/**
 * The names directly in a folder, from the answer to a PROPFIND. Whether an address in it is whole or only a path, and
 * what it takes the server to be called, does not matter: behind another server many do not know their own name.
 * @throws StoreError
 */
export function readMultistatus(text: string, address: string): Listing["names"] {
  const leaves = readXml(text);
  if (leaves === "cut") throw new StoreError("offline", { cause: "A listing was cut off." });
  if (leaves === "other") throw new StoreError("notStorage", { cause: "A listing is none." });
  const folder = plainPath(address, address) ?? "";
  const names = new Set<string>();
  let isOfFolder = false;
  for (const { path, text: href } of leaves) {
    if (path.join("/") !== "multistatus/response/href") continue;
    const found = plainPath(href.trim(), address);
    if (found === folder) isOfFolder = true;
    else if (found?.startsWith(`${folder}/`)) {
      const name = found.slice(folder.length + 1);
      if (!isPlainName(name)) continue;
      isOfFolder = true;
      names.add(name);
    }
  }
  if (!isOfFolder) throw new StoreError("notStorage", { cause: "A listing is of another folder." });
  return [...names];
}

/** The path without what differs between servers: escapes, how an accent is written, doubled slashes, the last slash. */
function plainPath(href: string, base: string): string | undefined {
  // Two slashes at the beginning would be a host.
  const single = href.replace(/^\/+/, "/");
  if (!URL.canParse(single, base)) return undefined;
  try {
    const path = decodeURIComponent(new URL(single, base).pathname).normalize();
    return path.replaceAll(/\/+/g, "/").replace(/\/$/, "");
  } catch {
    return undefined;
  }
}

function loginHeader(user: string, password: string): Record<string, string> {
  if (user === "" && password === "") return {};
  return { Authorization: `Basic ${utf8(`${user}:${password}`).toBase64()}` };
}

/** What a request into a folder that is not there gives: the one or the other. */
const isWithoutFolder = ({ status }: Answer): boolean => status === 409 || status === 404;

const isMade = ({ status }: Answer): boolean => [200, 201, 405].includes(status);

const isAbsent = ({ status }: Answer): boolean => status === 404 || status === 410;

function expectStatus(method: string, answer: Answer, allowed: readonly number[]): void {
  if (!allowed.includes(answer.status)) throw refusal(method, answer);
}
