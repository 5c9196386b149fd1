import { lastNumber, manager } from "./bucket.ts";

/**
 * Gives a database a store of its own, empty, where from now on it is opened by all. One that it was moved to before
 * stays as it is, since there may be data in it.
 * @returns false where the browser has no buckets
 */
export async function moveToBucket(name: string): Promise<boolean> {
  const buckets = manager();
  if (!buckets) return false;
  const next = Math.max(1, await lastNumber(buckets, name)) + 1;
  await buckets.open(`${name}-${next}`, { durability: "strict" });
  return true;
}
