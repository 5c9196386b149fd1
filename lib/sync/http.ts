import { StoreError, type StoreFailure } from "./store.ts";

/** The network, as it is passed in. */
export interface Http {
  fetch: typeof globalThis.fetch;
  /** For a whole request with its answer, ms. */
  timeoutMs?: number;
}

export interface Answer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
}

/** Chrome ends a worker whose answer takes longer than 30 s. */
const usualTimeoutMs = 28_000;
/** Everything that somebody has in one batch is far less. */
const mostBytes = 64_000_000;

/**
 * One request, to exactly this address: what leads elsewhere is not followed, or the login would go there too. No
 * cookies, no referrer, nothing from or into the cache.
 *
 * An error says what was asked and the status, and nothing more: addresses and headers hold secrets.
 * @throws StoreError where no whole answer comes, or where a page for people comes instead
 */
export async function request(
  { fetch, timeoutMs = usualTimeoutMs }: Http,
  address: string,
  init: { method: string; headers: Record<string, string>; body?: Uint8Array | string },
): Promise<Answer> {
  const response = await reach(() =>
    fetch(address, {
      ...init,
      body: typeof init.body === "object" ? new Uint8Array(init.body) : init.body,
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(timeoutMs),
    }),
  );
  const { status, headers } = response;
  // Browsers hide where it leads, and give the status 0.
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    await dropBody(response);
    throw new StoreError("notStorage", { cause: `${init.method} led to another address.` });
  }
  const bytes = await readBody(response);
  if (status === 200 && /^(text\/html|application\/xhtml)/i.test(headers.get("content-type") ?? ""))
    throw new StoreError("notStorage", { cause: `${init.method} answered with a page.` });
  return { status, headers, bytes };
}

/** What a status says that is not the one hoped for. */
export function refusal(method: string, { status, headers }: Answer): StoreError {
  const cause = `${method} answered ${status}.`;
  return new StoreError(failureOf(status), { cause, retryAfterMs: retryAfterMs(headers) });
}

function failureOf(status: number): StoreFailure {
  if (status === 401 || status === 403 || status === 407) return "refused";
  // 413: what is more than the server takes in one piece.
  if (status === 507 || status === 413) return "full";
  // 501 and 505: it does not know such a request, and never will.
  if (status === 501 || status === 505) return "notStorage";
  if (status >= 500 || [408, 423, 425, 429].includes(status)) return "busy";
  return "notStorage";
}

/** How long it wants to be left alone: in seconds, or up to a time by its own clock. At most a day. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value) * 1000, dayMs);
  const until = value.endsWith("GMT") ? Date.parse(value) : Number.NaN;
  const now = dateOf(headers);
  if (Number.isNaN(until) || now === undefined) return undefined;
  return Math.min(Math.max(0, until - now), dayMs);
}

const dayMs = 86_400_000;

/** What time the server takes it to be, epoch ms. */
export function dateOf(headers: Headers): number | undefined {
  const date = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(date) ? undefined : date;
}

async function readBody({ body, headers }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = (body ?? new Blob().stream()).getReader();
  for (;;) {
    const { value, done } = await reach(() => reader.read());
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length <= mostBytes) continue;
    await reach(() => reader.cancel());
    throw new StoreError("notStorage", { cause: "An answer is larger than anything that was stored." });
  }
  // Firefox takes a connection that ends too early for the end of the answer.
  if (!headers.has("content-encoding") && length < Number(headers.get("content-length") ?? 0))
    throw new StoreError("offline", { cause: "The answer was cut off." });
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

async function dropBody({ body }: Response): Promise<void> {
  await reach(async () => body?.cancel());
}

async function reach<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch {
    // Its words may hold the address, and with it a secret.
    throw new StoreError("offline", { cause: "No whole answer came." });
  }
}

/**
 * An address as a person enters it, as one of a folder, with what is after `?` or `#` cut off.
 * @throws StoreError where it is none of the web
 */
export function folderAddress(entered: string): URL {
  const address = URL.canParse(entered) ? new URL(entered) : undefined;
  if (!address || !/^https?:$/.test(address.protocol))
    throw new StoreError("notStorage", { cause: "That is no address of the web." });
  address.search = "";
  address.hash = "";
  // Requests to an address with a login in it are refused, with that login in the words of the error.
  address.username = "";
  address.password = "";
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return address;
}

/** Ours are made of these; anything else that lies there is not. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9.~-]{1,255}$/.test(name) && name !== "." && name !== "..";
}
