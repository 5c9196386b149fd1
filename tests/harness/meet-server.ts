import { createHash, X509Certificate } from "node:crypto";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { meetPage } from "./meet-page.ts";
import { testOnlyCertificate, testOnlyKey } from "./meet-server-cert.ts";

export type SeenRequest = { host: string; path: string; method: string };

export type MeetServerOptions = {
  /** Hosts that answer; `*.zoom.us` covers every subdomain and the bare domain. */
  hosts?: readonly string[];
  /** Send every other host here too, where it is refused but recorded. Otherwise its name does not even resolve. */
  recordEverything?: boolean;
  /** Answers in place of the usual page, where it returns true. */
  answer?: (url: URL, request: IncomingMessage, response: ServerResponse) => boolean;
};

export type MeetServer = {
  port: number;
  /** Every request that arrived, oldest first; refused tunnels have the method `CONNECT`. */
  requests: readonly SeenRequest[];
  /** Requests to hosts that nobody should have asked. */
  unexpected: () => readonly SeenRequest[];
  chromiumArguments: readonly string[];
  firefoxPreferences: Readonly<Record<string, string | number>>;
  close: () => Promise<void>;
};

const loopback = "127.0.0.1";
const tlsHandshake = 0x16;

/**
 * Serves pages under the real names of Meet and Zoom without internet. One port speaks HTTPS (Chromium, which maps the
 * names to it), HTTP, and the CONNECT verb of a proxy (Firefox, which cannot map names).
 */
export async function meetServer({
  hosts = ["meet.google.com", "*.zoom.us"],
  recordEverything = false,
  answer: answerInstead,
}: MeetServerOptions = {}): Promise<MeetServer> {
  const requests: SeenRequest[] = [];
  const expects = (host: string): boolean => hosts.some((pattern) => hostMatches(pattern, host));
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = requestUrl(request);
    requests.push({ host: url.hostname, path: url.pathname + url.search, method: request.method ?? "" });
    const known = expects(url.hostname);
    if (known && answerInstead?.(url, request, response)) return;
    response.writeHead(known ? 200 : 502, { "content-type": "text/html; charset=utf-8" });
    response.end(known ? meetPage(titleOf(url)) : "");
  };

  const https = createHttpsServer({ key: testOnlyKey, cert: testOnlyCertificate }, answer);
  const http = createHttpServer(answer);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A browser drops connections as it likes.
    socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
    socket.once("data", (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === tlsHandshake ? https : http).emit("connection", socket);
      process.nextTick(() => socket.resume());
    });
  });
  http.on("connect", (request: IncomingMessage, socket: Socket) => {
    const host = (request.url ?? "").replace(/:\d+$/, "");
    if (!expects(host)) {
      requests.push({ host, path: "", method: "CONNECT" });
      socket.end("HTTP/1.1 502 Not in this test\r\n\r\n");
      return;
    }
    const inner = connect(port, loopback, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      inner.pipe(socket).pipe(inner);
    });
    inner.on("error", () => socket.destroy());
    socket.on("error", () => inner.destroy());
  });

  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  const port = (server.address() as AddressInfo).port;
  return {
    port,
    requests,
    unexpected: () => requests.filter(({ host }) => !expects(host)),
    chromiumArguments: chromiumArguments(port, recordEverything ? ["*"] : hosts),
    firefoxPreferences: proxyPreferences(port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Chromium: the names lead to our port, no other name resolves, and this one certificate is good enough. */
function chromiumArguments(port: number, hosts: readonly string[]): readonly string[] {
  const publicKey = new X509Certificate(testOnlyCertificate).publicKey.export({
    type: "spki",
    format: "der",
  });
  const pin = createHash("sha256").update(publicKey).digest("base64");
  return [
    resolverRules([
      `EXCLUDE ${loopback}`,
      "EXCLUDE localhost",
      ...hosts.map((host) => `MAP ${host} ${loopback}:${port}`),
    ]),
    `--ignore-certificate-errors-spki-list=${pin}`,
  ];
}

/** The flag that keeps Chromium off the network: after `rules`, every name is unknown. */
export function resolverRules(rules: readonly string[]): string {
  return `--host-resolver-rules=${[...rules, "MAP * ~NOTFOUND"].join(", ")}`;
}

/** Firefox: this port is the proxy for everything, so nothing leaves the machine. */
export function proxyPreferences(port: number): Readonly<Record<string, string | number>> {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": loopback,
    "network.proxy.http_port": port,
    "network.proxy.ssl": loopback,
    "network.proxy.ssl_port": port,
    "network.proxy.no_proxies_on": "",
  };
}

function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith("*.")) return pattern === host;
  const domain = pattern.slice(2);
  return host === domain || host.endsWith(`.${domain}`);
}

/** Behind a proxy the request line holds the whole address, otherwise only the path. */
function requestUrl(request: IncomingMessage): URL {
  return new URL(request.url ?? "/", `https://${request.headers.host ?? "unknown.invalid"}`);
}

function titleOf(url: URL): string {
  const name = url.pathname.split("/").findLast((part) => /\d{9,}|^[a-z]{3}-[a-z]{4}-[a-z]{3}$/.test(part));
  if (!name) return url.hostname;
  return url.hostname === "meet.google.com" ? `Meet - ${name}` : `Zoom Meeting ${name}`;
}
