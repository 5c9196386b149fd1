import { expect, test } from "vitest";
import { countedFetch, countRequest, requestsMade } from "@/lib/db/requests.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";

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
