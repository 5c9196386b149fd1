import { request as forward } from "node:http";
import { type WebdavServer, webdavServers } from "../sync/servers/webdav-servers.ts";
import { type MeetServer, meetServer } from "./meet-server.ts";

export const storageHost = "storage.example.com";

export interface StorageBehindHttps {
  /** For the browsers that are to reach it. */
  server: MeetServer;
  access: { kind: "webdav"; url: string; user: string; password: string };
  /** Everything that lies on its disk. */
  disk: () => Buffer;
  /** From now on it answers 503, until it is up again. */
  setDown: (isDown: boolean) => void;
  /** How many requests came. */
  requests: () => number;
  close: () => Promise<void>;
}

/** A real Apache under a real name, reached over `https:` as the policy of the extension wants it. */
export async function storageBehindHttps(): Promise<StorageBehindHttps> {
  const apache: WebdavServer = await webdavServers["Apache mod_dav"]();
  const { port } = new URL(apache.url);
  let isDown = false;
  const server = await meetServer({
    hosts: [storageHost],
    answer: ({ pathname }, request, response) => {
      if (isDown) {
        request.resume();
        response.writeHead(503).end();
        return true;
      }
      const { host: _host, ...headers } = request.headers;
      const onward = forward({ port, path: pathname, method: request.method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on("error", () => response.destroy());
      request.on("error", () => onward.destroy());
      response.on("close", () => onward.destroy());
      request.pipe(onward);
      return true;
    },
  });
  return {
    server,
    access: {
      kind: "webdav",
      url: `https://${storageHost}${new URL(apache.url).pathname}`,
      user: apache.user,
      password: apache.password,
    },
    disk: apache.disk,
    setDown: (down) => {
      isDown = down;
    },
    requests: () => server.requests.length,
    close: async () => {
      await server.close();
      await apache.stop();
    },
  };
}
