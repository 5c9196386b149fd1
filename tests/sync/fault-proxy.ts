import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Chance } from "../harness/random.ts";
import { freePort } from "./servers/server-process.ts";

/** What goes wrong between a browser and a server. */
export type Fault =
  /** The connection ends: before anything, in the middle of the request, after it, in the middle of the answer. */
  | "noConnection"
  | "cutRequest"
  | "dropAnswer"
  | "cutAnswer"
  /** The request arrives twice. */
  | "duplicate"
  | "delay"
  /** It was done, and the answer says otherwise. */
  | "doneButFailed"
  /** Half of it was stored, and the answer says all of it. */
  | "halfStored"
  /** Answered before the server. */
  | keyof typeof answersBefore;

const answersBefore = {
  broken: { status: 500, headers: {}, body: "broken" },
  busy: { status: 503, headers: { "retry-after": "7" }, body: "" },
  locked: { status: 423, headers: {}, body: "" },
  tooMany: { status: 429, headers: { "retry-after": "Wed, 25 Nov 2026 20:00:30 GMT" }, body: "" },
  full: { status: 507, headers: {}, body: "" },
  login: { status: 401, headers: { "www-authenticate": "Basic" }, body: "" },
  forbidden: { status: 403, headers: {}, body: "" },
  page: { status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html><p>Log in</p>" },
  elsewhere: { status: 302, headers: { location: "/login" }, body: "" },
  notImplemented: { status: 501, headers: {}, body: "" },
} as const;

export const allFaults: readonly Fault[] = [
  "noConnection",
  "cutRequest",
  "dropAnswer",
  "cutAnswer",
  "duplicate",
  "delay",
  "doneButFailed",
  "halfStored",
  "broken",
  "busy",
  "full",
  "login",
  "page",
];

export interface Exchange {
  method: string;
  /** As it was asked for. */
  path: string;
  headers: string;
  status: number;
  /** Of the bodies, bytes. */
  sent: number;
  received: number;
}

export interface FaultProxy {
  url: string;
  /** What is to happen to the next request; `undefined` for nothing. */
  next: (request: IncomingMessage) => Fault | undefined;
  /** Every request since it was last emptied. */
  log: Exchange[];
  faults: number;
  stop: () => Promise<void>;
}

/** Stands before a server, and lets everything through as it is until told otherwise. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const port = await freePort();
  const { origin, pathname } = new URL(target);
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}${pathname}`,
    next: () => undefined,
    log: [],
    faults: 0,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer((incoming, response) => {
    pass(proxy, origin, incoming, response).catch(() => response.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return proxy;
}

/** At random, as often as `rate` from 0 to 1 says. */
export function randomFaults(chance: Chance, rate: number): FaultProxy["next"] {
  return () => (chance.nat(1000) < rate * 1000 ? chance.pick(allFaults) : undefined);
}

async function pass(
  proxy: FaultProxy,
  origin: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = Buffer.concat(await incoming.toArray());
  const fault = proxy.next(incoming);
  if (fault) proxy.faults += 1;
  const exchange: Exchange = {
    method: incoming.method ?? "",
    path: incoming.url ?? "",
    headers: incoming.rawHeaders.join("\n"),
    status: 0,
    sent: body.length,
    received: 0,
  };
  proxy.log.push(exchange);
  if (fault === "noConnection") return void response.destroy();
  if (fault !== undefined && fault in answersBefore) {
    const before = answersBefore[fault as keyof typeof answersBefore];
    exchange.status = before.status;
    const date = new Date("2026-11-25T20:00:00Z").toUTCString();
    response.sendDate = false;
    return void response.writeHead(before.status, { date, ...before.headers }).end(before.body);
  }
  if (fault === "cutRequest") {
    await forwardHalf(origin, incoming, body);
    return void response.destroy();
  }
  if (fault === "delay") await delay(40);
  if (fault === "duplicate") await forward(origin, incoming, body);
  const passed = fault === "halfStored" ? body.subarray(0, body.length / 2) : body;
  const answer = await forward(origin, incoming, passed);
  exchange.status = answer.status;
  exchange.received = answer.body.length;
  if (fault === "dropAnswer") return void response.destroy();
  if (fault === "doneButFailed") return void response.writeHead(500).end();
  response.writeHead(answer.status, answer.headers);
  if (fault !== "cutAnswer") return void response.end(answer.body);
  response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => response.destroy());
}

interface Answered {
  status: number;
  headers: string[];
  body: Buffer;
}

async function forward(origin: string, incoming: IncomingMessage, body: Buffer): Promise<Answered> {
  const outgoing = request(`${origin}${incoming.url}`, {
    method: incoming.method,
    headers: headersFor(incoming, body),
  });
  outgoing.end(body);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  const received = Buffer.concat(await answer.toArray());
  const headers = answer.rawHeaders.flatMap((name, index, all) =>
    index % 2 === 0 && !perConnection.has(name.toLowerCase()) ? [name, all[index + 1] ?? ""] : [],
  );
  // A length that is known lets the other side notice what is missing; an answer in pieces has none.
  const isEmpty = answer.statusCode === 204 || answer.statusCode === 304;
  if (!isEmpty && answer.headers["content-length"] === undefined)
    headers.push("Content-Length", String(received.length));
  return { status: answer.statusCode ?? 0, headers, body: received };
}

/** The request with the length of all of its body, and half of it; then nothing more. */
async function forwardHalf(origin: string, incoming: IncomingMessage, body: Buffer): Promise<void> {
  if (body.length === 0) return;
  const outgoing = request(`${origin}${incoming.url}`, {
    method: incoming.method,
    headers: headersFor(incoming, body),
  });
  outgoing.on("error", () => {});
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)));
  await delay(20);
  outgoing.destroy();
  await delay(5);
}

const perConnection = new Set(["connection", "keep-alive", "transfer-encoding"]);

/** The host as it was asked for: it is signed. */
function headersFor(incoming: IncomingMessage, body: Buffer): Record<string, string | string[]> {
  const kept = Object.entries(incoming.headers).filter(
    ([name, value]) => value !== undefined && !perConnection.has(name),
  ) as [string, string | string[]][];
  const headers = Object.fromEntries(kept);
  return "content-length" in headers ? { ...headers, "content-length": String(body.length) } : headers;
}
