/** A WebDAV server in memory, as `fetch` answers: the few verbs that are used, and failures by turn. */
export interface MemoryWebdav {
  fetch: typeof globalThis.fetch;
  files: Map<string, Uint8Array>;
  requests: number;
  /** Answers in place of the server while it is set. */
  fails: (() => Response | Promise<Response>) | null;
}

export const webdavUrl = "https://storage.example/dav/";

/** @param now the time it says it is, epoch ms */
export function memoryWebdav(now: () => number): MemoryWebdav {
  const folders = new Set(["/dav"]);
  const server: MemoryWebdav = {
    files: new Map(),
    requests: 0,
    fails: null,
    fetch: async (input, init) => {
      server.requests += 1;
      if (server.fails) return server.fails();
      const path = decodeURIComponent(new URL(input as string).pathname).replace(/\/$/, "");
      const above = path.slice(0, path.lastIndexOf("/"));
      switch (init?.method ?? "GET") {
        case "MKCOL":
          if (folders.has(path)) return answer(405);
          if (!folders.has(above)) return answer(409);
          folders.add(path);
          return answer(201);
        case "PUT":
          if (!folders.has(above)) return answer(409);
          server.files.set(path, new Uint8Array(await new Response(init?.body ?? null).arrayBuffer()));
          return answer(201);
        case "GET": {
          const bytes = server.files.get(path);
          return bytes ? new Response(new Uint8Array(bytes), { status: 200 }) : answer(404);
        }
        case "DELETE":
          return answer(server.files.delete(path) ? 204 : 404);
        case "PROPFIND": {
          if (!folders.has(path)) return answer(404);
          const names = [...server.files.keys(), ...folders].filter(
            (each) => each.slice(0, each.lastIndexOf("/")) === path,
          );
          const hrefs = [`${path}/`, ...names].map((each) => `<response><href>${each}</href></response>`);
          const body = `<?xml version="1.0"?><multistatus xmlns="DAV:">${hrefs.join("")}</multistatus>`;
          return new Response(body, {
            status: 207,
            headers: { "content-type": "application/xml", date: new Date(now()).toUTCString() },
          });
        }
        default:
          return answer(405);
      }
    },
  };
  return server;
}

const answer = (status: number): Response => new Response(null, { status });
