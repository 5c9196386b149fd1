import { AwsClient } from "aws4fetch";
import { beforeAll, describe, expect, test } from "vitest";
import { s3Store } from "@/lib/sync/s3.ts";
import { readXml } from "@/lib/sync/xml.ts";
import { plaintext } from "@/tests/sync/converge.ts";
import { type FaultProxy, faultProxy } from "@/tests/sync/fault-proxy.ts";
import { ceph, type S3Server } from "@/tests/sync/servers/ceph.ts";
import { expectFailure, storeContract } from "@/tests/sync/store-contract.ts";
import { syncContract } from "@/tests/sync/sync-contract.ts";

const bucket = "milepost-tests";

describe("Ceph's object gateway", () => {
  let server: S3Server;
  let proxy: FaultProxy;

  beforeAll(async () => {
    server = await ceph();
    proxy = await faultProxy(server.url);
    await admin().fetch(`${server.url}/${bucket}`, { method: "PUT" });
    return async () => {
      await proxy.stop();
      await server.stop();
    };
  });

  const admin = (): AwsClient => new AwsClient({ ...server, service: "s3", region: "us-east-1" });

  const open = (space: string, other: Partial<Parameters<typeof s3Store>[0]> = {}) =>
    s3Store({
      url: new URL(bucket, proxy.url).href,
      folder: `milepost1/${space}`,
      region: "us-east-1",
      accessKeyId: server.accessKeyId,
      secretAccessKey: server.secretAccessKey,
      now: () => Date.now(),
      fetch,
      ...other,
    });

  // More than the thousand that one answer holds.
  storeContract({ open, manyNames: 1100 });

  test("a wrong key is refused, and a bucket that is not there is no storage", async () => {
    for (const [failure, store] of [
      ["refused", open("login", { secretAccessKey: "wrong" })],
      ["refused", open("login", { accessKeyId: "WRONG" })],
      ["notStorage", open("login", { url: new URL("no-such-bucket", proxy.url).href })],
    ] as const)
      await expectFailure(store, failure);
  });

  test.each([-26, -1, 1, 26])(
    "a clock that is wrong by %i hours is no reason to fail, and costs one request once",
    async (hours) => {
      const store = open(`clock-${hours}`, { now: () => Date.now() + hours * 3_600_000 });
      await store.put("h/a", Uint8Array.of(1));
      proxy.log.length = 0;
      expect(await store.get("h/a")).toEqual(Uint8Array.of(1));
      expect(proxy.log).toHaveLength(1);
    },
  );

  syncContract(() => proxy, open);

  test("nothing that was written can be read in the bucket or on the way there", async () => {
    const listing = await (await admin().fetch(`${server.url}/${bucket}?list-type=2`)).text();
    const leaves = readXml(listing);
    const keys = typeof leaves === "string" ? [] : leaves.filter(({ path }) => path.at(-1) === "Key");
    const contents = await Promise.all(
      keys.map(async ({ text }) => (await admin().fetch(`${server.url}/${bucket}/${text}`)).arrayBuffer()),
    );
    const stored = Buffer.concat([Buffer.from(listing), ...contents.map((content) => Buffer.from(content))]);
    expect(stored.length).toBeGreaterThan(10_000);
    const way = proxy.log.map(({ path, headers }) => path + headers).join("\n");
    for (const text of [...plaintext, server.secretAccessKey])
      expect([stored.includes(text), way.includes(text)]).toEqual([false, false]);
  });
});
