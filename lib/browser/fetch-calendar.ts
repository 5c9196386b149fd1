import type { CalendarProblem } from "@/lib/domain/calendar-event.ts";

export type Fetched =
  | { kind: "same" }
  | { kind: "read"; bytes: Uint8Array; etag: string; lastModified: string }
  | { kind: "failed"; problem: CalendarProblem; retryAfter: string | null };

/** For the whole of it. Shorter than a worker of Chromium may wait for an answer. */
const patienceMs = 15_000;

/**
 * Asks for a calendar: nothing of the browser goes along, and nothing stays in its caches. Redirects are followed over
 * `https:` only, which the content security policy of the extension sees to at each hop.
 * @param validators of the last reading, so that an unchanged calendar need not be sent again
 * @param largest bytes
 */
export async function fetchCalendar(
  address: string,
  validators: { etag: string; lastModified: string },
  largest: number,
): Promise<Fetched> {
  const failed = (problem: CalendarProblem, retryAfter: string | null = null): Fetched => ({
    kind: "failed",
    problem,
    retryAfter,
  });
  const headers = new Headers({ accept: "text/calendar, text/plain;q=0.5, */*;q=0.1" });
  if (validators.etag) headers.set("if-none-match", validators.etag);
  if (validators.lastModified) headers.set("if-modified-since", validators.lastModified);
  const patience = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(address, {
      headers,
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      redirect: "follow",
      signal: patience,
    });
    if (response.url && !response.url.startsWith("https:")) return failed("unreachable");
    if (response.status === 304) return { kind: "same" };
    if (!response.ok) {
      // Nobody reads it; an open answer would hold the connection.
      await response.body?.cancel();
      return failed(problemOf(response.status), response.headers.get("retry-after"));
    }
    const bytes = await bytesOf(response, largest);
    if (!bytes) return failed("tooLarge");
    if (looksLikePage(bytes)) return failed("loginPage");
    return {
      kind: "read",
      bytes,
      etag: headerOf(response, "etag"),
      lastModified: headerOf(response, "last-modified"),
    };
  } catch {
    // The error would name the address, which is a secret.
    return failed(patience.aborted ? "slow" : "unreachable");
  }
}

function headerOf(response: Response, name: string): string {
  return (response.headers.get(name) ?? "").slice(0, 500);
}

function problemOf(status: number): CalendarProblem {
  if (status === 404 || status === 410) return "gone";
  if (status === 429 || status === 503) return "busy";
  return status >= 500 ? "serverError" : "refused";
}

/** `null` for more than `largest`; it is not read on then. */
async function bytesOf(response: Response, largest: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    chunks.push(value);
    length += value.length;
    if (length > largest) {
      await reader.cancel();
      return null;
    }
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A page where a calendar should be asks somebody to sign in. */
function looksLikePage(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith("<");
}
