import { expect, test } from "vitest";
import { countedFetch, countRequest, requestsMade } from "@/lib/db/requests.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { runSpace } from "@/lib/spaces/run.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";
import { ownSpace, roomWorld, together } from "@/tests/sync/room-world.ts";

test("requests are counted by reason and site before they are made, and no address is kept", async () => {
  const db = memoryDb({});
  const asked: string[] = [];
  const fetch = countedFetch(db, "sync", async (input) => {
    asked.push(`${typeof input === "string" ? input : "?"} after ${(await requestsMade(db))[0]?.count}`);
    return new Response("");
  });
  await fetch("https://cloud.example.com:8443/secret/a");
  await fetch("https://cloud.example.com:8443/secret/b", { method: "PUT" });
  await countRequest(db, "calendar", "https://cloud.example.com:8443/key.ics");
  expect(asked).toEqual([
    "https://cloud.example.com:8443/secret/a after 1",
    "https://cloud.example.com:8443/secret/b after 2",
  ]);
  const made = await requestsMade(db);
  expect(made.map(({ why, site, count }) => `${why} ${site} ${count}`).toSorted()).toEqual([
    "calendar https://cloud.example.com:8443 1",
    "sync https://cloud.example.com:8443 2",
  ]);
  expect(JSON.stringify(made)).not.toMatch(/secret|key\.ics/u);
});

test("a request that fails is counted too", async () => {
  const db = memoryDb({});
  const fetch = countedFetch(db, "sync", () => Promise.reject(new TypeError("offline")));
  await expect(fetch("http://127.0.0.1:1/")).rejects.toThrow("offline");
  expect(await requestsMade(db)).toMatchObject([{ count: 1 }]);
});

test("what is asked for a room is counted apart from Sync, for each room, also on one site", async () => {
  const { world, mira, tom } = await roomWorld();
  for (const { db, ports } of [mira, tom]) {
    const network = ports.fetch;
    ports.fetch = countedFetch(db, "sync", network);
    ports.fetchForRoom = (mentorshipId) => countedFetch(db, "room", network, mentorshipId);
  }
  const counted = async () =>
    (await requestsMade(tom.db)).map(({ why, mentorshipId, count }) => ({ why, mentorshipId, count }));
  const before = world.server.requests;
  await together({ world, mira, tom });
  const { mentorshipId } = tom;
  expect(await counted()).toEqual([{ why: "room", mentorshipId, count: expect.any(Number) }]);
  const both = [...(await requestsMade(mira.db)), ...(await requestsMade(tom.db))];
  expect(both.reduce((sum, { count }) => sum + count, 0)).toBe(world.server.requests - before);
  const inRoom = (await counted())[0]?.count ?? 0;
  await ownSpace({ world, mira, tom });
  await runSpace(tom.db, personalSpace, tom.ports, { atOnce: true });
  const after = await counted();
  expect(after.find(({ why }) => why === "room")?.count).toBe(inRoom);
  expect(after.find(({ why }) => why === "sync")?.count).toBeGreaterThan(3);
});
