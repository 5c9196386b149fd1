import { beforeAll, describe, expect, test } from "vitest";
import { webdavStore } from "@/lib/sync/webdav.ts";
import { plaintext } from "@/tests/sync/converge.ts";
import { type FaultProxy, faultProxy } from "@/tests/sync/fault-proxy.ts";
import { type WebdavServer, webdavServers } from "@/tests/sync/servers/webdav-servers.ts";
import { expectFailure, storeContract } from "@/tests/sync/store-contract.ts";
import { syncContract } from "@/tests/sync/sync-contract.ts";

describe.each(Object.entries(webdavServers))("%s", (_, start) => {
  let server: WebdavServer;
  let proxy: FaultProxy;

  beforeAll(async () => {
    server = await start();
    proxy = await faultProxy(server.url);
    return async () => {
      await proxy.stop();
      await server.stop();
    };
  });

  const open = (space: string, login: { user?: string; password?: string } = {}) => {
    const { user, password } = server;
    return webdavStore({ url: proxy.url, folder: `milepost1/${space}`, user, password, fetch, ...login });
  };

  storeContract({ open });

  test("a wrong login is refused", async () => {
    for (const login of [{ password: "wrong" }, { user: "", password: "" }]) {
      await expectFailure(open("login", login), "refused");
    }
  });

  syncContract(() => proxy, open);

  test("nothing that was written can be read on its disk or on the way there", () => {
    const disk = server.disk();
    expect(disk.length).toBeGreaterThan(10_000);
    const way = proxy.log.map(({ path, headers }) => path + headers).join("\n");
    for (const text of plaintext) expect([disk.includes(text), way.includes(text)]).toEqual([false, false]);
  });
});
