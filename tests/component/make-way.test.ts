import { expect, onTestFinished, test, vi } from "vitest";
import { bucketOf } from "@/lib/db/bucket.ts";
import { moveToBucket } from "@/lib/db/move-to-bucket.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { makeWay } from "@/lib/state/make-way.ts";
import { freshDb } from "./fresh-db.ts";

interface Buckets {
  open(name: string): Promise<{ name: string }>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
}
const { storageBuckets: buckets } = navigator as unknown as { storageBuckets: Buckets };

/** The buckets of a database, deleted when the test is over. */
async function bucketsOf(name: string): Promise<string[]> {
  const found = (await buckets.keys()).filter((key) => key.startsWith(name));
  onTestFinished(async () => void (await Promise.all(found.map((key) => buckets.delete(key)))));
  return found;
}

test("what was moved once and does not open again is moved on, and left where it was", async () => {
  const { name } = freshDb();
  expect(await bucketOf(name)).toBeUndefined();
  await moveToBucket(name);
  const first = await bucketOf(name);
  await moveToBucket(name);
  expect((await bucketsOf(name)).toSorted()).toEqual([`${name}-2`, `${name}-3`]);
  expect(first).toMatchObject({ name: `${name}-2` });
  expect(await bucketOf(name)).toMatchObject({ name: `${name}-3` });
});

test("a browser that does not tell its buckets does not open an empty database instead", async () => {
  const telling = vi.spyOn(buckets, "keys").mockRejectedValue(new Error("not now"));
  onTestFinished(() => telling.mockRestore());
  await expect(freshDb().open()).rejects.toThrow("not now");
});

test("a database that is slow or too new is not left behind for an empty one", async () => {
  const [slow, newer, open] = [freshDb(), freshDb(), freshDb()];
  // Another window of an older version that does not make way.
  const held = indexedDB.open(slow.name, 1);
  await new Promise((resolve) => held.addEventListener("success", resolve));
  onTestFinished(() => held.result.close());
  newer.on("ready", () => Promise.reject(new UserError("newerDatabase")));
  expect(await makeWay(slow)).toBe("slow");
  expect(await makeWay(newer)).toBe("newerDatabase");
  expect(await makeWay(open)).toBeNull();
  for (const { name } of [slow, newer, open]) expect(await bucketsOf(name)).toEqual([]);
});

test("one that the browser cannot open is moved", async () => {
  const db = freshDb();
  let broken = true;
  db.on("ready", () => {
    if (broken) throw new Error("Internal error opening backing store");
  });
  const keys = buckets.keys.bind(buckets);
  const telling = vi.spyOn(buckets, "keys").mockImplementation(async () => {
    const found = await keys();
    broken = !found.includes(`${db.name}-2`);
    return found;
  });
  onTestFinished(() => telling.mockRestore());
  expect(await makeWay(db)).toBeNull();
  expect(await bucketsOf(db.name)).toEqual([`${db.name}-2`]);
});
