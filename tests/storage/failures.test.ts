import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Store } from "@/lib/sync/store.ts";
import { webdavStore } from "@/lib/sync/webdav.ts";
import { testBrowser } from "@/tests/sync/browser.ts";
import { type Fault, type FaultProxy, faultProxy } from "@/tests/sync/fault-proxy.ts";
import { type WebdavServer, webdavServers } from "@/tests/sync/servers/webdav-servers.ts";

/*
 * What goes wrong with storages, one thing at a time, on a real server: what the engine says of it, and that what was
 * written in the meantime arrives once it is over.
 */
let server: WebdavServer;
let proxy: FaultProxy;
let space: string;
let count = 0;

beforeAll(async () => {
  server = await webdavServers["Apache mod_dav"]();
  proxy = await faultProxy(server.url);
  return async () => {
    await proxy.stop();
    await server.stop();
  };
});

beforeEach(() => {
  proxy.next = () => undefined;
  count += 1;
  space = `failures-${count}`;
});

function open(timeoutMs = 5000): Store {
  const { user, password } = server;
  return webdavStore({ url: proxy.url, folder: `milepost1/${space}`, user, password, fetch, timeoutMs });
}

const onDisk = (...path: readonly string[]): string => join(server.folder, "milepost1", space, ...path);
const filesIn = (...path: readonly string[]): string[] =>
  readdirSync(onDisk(...path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const always =
  (fault: Fault, methods: RegExp = /./): FaultProxy["next"] =>
  ({ method }) =>
    methods.test(method ?? "") ? fault : undefined;

test.each([
  ["login", "refused", undefined],
  ["forbidden", "refused", undefined],
  ["page", "notStorage", undefined],
  ["elsewhere", "notStorage", undefined],
  ["notImplemented", "notStorage", undefined],
  ["locked", "busy", undefined],
  ["tooMany", "busy", 30_000],
  ["broken", "busy", undefined],
  ["busy", "busy", 7000],
  ["full", "full", undefined],
  ["noConnection", "offline", undefined],
  ["dropAnswer", "offline", undefined],
  ["cutAnswer", "offline", undefined],
] as const)(
  "%s is told as %s, and what was written here waits and arrives",
  async (fault, failure, retryAfterMs) => {
    const [browser, other] = [testBrowser(open()), testBrowser(open())];
    browser.write("a", 1);
    await browser.sync();
    browser.write("b", 2);
    for (const methods of [/./, /^PUT$/, /^GET$/]) {
      // The answer to a PUT is empty: there is nothing to cut.
      if (fault === "cutAnswer" && methods.source === "^PUT$") continue;
      proxy.next = always(fault, methods);
      await expect(browser.sync()).rejects.toMatchObject({ failure, retryAfterMs });
    }
    proxy.next = () => undefined;
    await browser.sync();
    await other.sync();
    expect(other.seen()).toEqual({ a: 1, b: 2 });
  },
);

test("an answer that does not come in time is waited for no longer", async () => {
  const browser = testBrowser(open(20));
  browser.write("a", 1);
  proxy.next = always("delay");
  await expect(browser.sync()).rejects.toMatchObject({ failure: "offline" });
});

test("a server that is not there is offline", async () => {
  const { user, password } = server;
  const nowhere = webdavStore({ url: "http://127.0.0.1:9/", folder: space, user, password, fetch });
  await expect(testBrowser(nowhere).sync()).rejects.toMatchObject({ failure: "offline" });
});

test("a storage that is full for a snapshot goes on taking edits", async () => {
  const [browser, other] = [testBrowser(open()), testBrowser(open())];
  browser.write("a", 1);
  proxy.next = ({ method, url }) => (method === "PUT" && url?.includes("/s/") ? "full" : undefined);
  expect(await browser.sync({ limits: { snapshotBatches: 0 } })).toMatchObject({
    sent: 1,
    snapshotFailed: "full",
  });
  await other.sync();
  expect(other.seen()).toEqual({ a: 1 });
});

test("a batch whose answer is lost is not stored twice", async () => {
  const browser = testBrowser(open());
  browser.write("a", 1);
  await browser.sync();
  browser.write("b", 2);
  proxy.next = ({ method, url }) => (method === "PUT" && url?.includes("/b/") ? "dropAnswer" : undefined);
  await expect(browser.sync()).rejects.toMatchObject({ failure: "offline" });
  proxy.next = () => undefined;
  await browser.sync();
  expect(filesIn("b")).toHaveLength(2);
});

test("half of a batch that was answered with “created” is never shown to anybody", async () => {
  const [browser, other] = [testBrowser(open()), testBrowser(open())];
  browser.write("a", 1);
  proxy.next = ({ method, url }) => (method === "PUT" && url?.includes("/b/") ? "halfStored" : undefined);
  await expect(browser.sync()).rejects.toMatchObject({ failure: "offline" });
  proxy.next = () => undefined;
  expect(await other.sync()).toMatchObject({ missing: 0, received: 0 });
  await browser.sync();
  await other.sync();
  expect(other.seen()).toEqual({ a: 1 });
  expect(filesIn("b")).toHaveLength(2);
});

test("a batch that is damaged on the server keeps no other from being read, and is repaired from a snapshot", async () => {
  const [one, two, reader] = [testBrowser(open()), testBrowser(open()), testBrowser(open())];
  one.write("a", 1);
  await one.sync();
  const [batch = ""] = filesIn("b");
  const whole = readFileSync(batch);
  truncateSync(batch, Math.floor(statSync(batch).size / 2));
  two.write("b", 2);
  await two.sync();
  expect(await reader.sync()).toMatchObject({ missing: 1 });
  expect(reader.seen()).toEqual({ b: 2 });
  expect(whole.length).toBeGreaterThan(statSync(batch).size);
  await one.sync({ limits: { snapshotBatches: 0 } });
  expect(await reader.sync()).toMatchObject({ missing: 0 });
  expect(reader.seen()).toEqual({ a: 1, b: 2 });
});

test("an emptied storage, and a folder that is gone, are asked about; then everything is sent again", async () => {
  const [browser, other] = [testBrowser(open()), testBrowser(open())];
  browser.write("a", 1);
  await browser.sync();
  await other.sync();
  rmSync(onDisk(), { recursive: true });
  expect(await browser.sync()).toMatchObject({ asksAboutEmpty: true, healed: null });
  expect(browser.seen()).toEqual({ a: 1 });
  expect(await browser.sync({ refillEmpty: true })).toMatchObject({ healed: "emptied" });
  expect(await other.sync()).toMatchObject({ healed: "emptied" });
  const late = testBrowser(open());
  await late.sync();
  expect(late.seen()).toEqual({ a: 1 });
});

test("an address where nothing is takes nothing, and says so", async () => {
  const { user, password } = server;
  const url = new URL("no-such-folder/", `${proxy.url}/`).href;
  const browser = testBrowser(webdavStore({ url, folder: space, user, password, fetch }));
  browser.write("a", 1);
  await expect(browser.sync()).rejects.toMatchObject({ failure: "notStorage" });
});

test("a storage that was set back to an earlier day is repaired from the browsers", async () => {
  const [browser, other] = [testBrowser(open()), testBrowser(open())];
  browser.write("a", 1);
  await browser.sync();
  await other.sync();
  const backup = `${onDisk()}-backup`;
  cpSync(onDisk(), backup, { recursive: true });
  browser.write("b", 2);
  await browser.sync();
  await other.sync();
  rmSync(onDisk(), { recursive: true });
  mkdirSync(onDisk());
  cpSync(backup, onDisk(), { recursive: true });
  // As the server's own user it may write there again.
  for (const path of ["", "h", "b", ...readdirSync(onDisk("b")).map((name) => join("b", name))])
    chmodSync(onDisk(path), 0o777);
  expect(await other.sync()).toMatchObject({ healed: "rolledBack" });
  await browser.sync();
  const late = testBrowser(open());
  await late.sync();
  expect(late.seen()).toEqual({ a: 1, b: 2 });
});

test("this computer's clock is compared with the server's", async () => {
  const browser = testBrowser(open());
  browser.now = Date.now() + 3 * 3_600_000;
  const { aheadMs } = await browser.sync();
  expect(Math.round((aheadMs ?? 0) / 3_600_000)).toBe(3);
});
