/**
 * Where the browser can no longer open its store of databases, nothing but a reinstallation mends it: each call fails,
 * even that which deletes. A storage bucket is a store of its own beside it, and works. Chromium only.
 * @see https://wicg.github.io/storage-buckets/
 */
export interface BucketManager {
  open(name: string, options?: { durability?: "strict" }): Promise<Bucket>;
  keys(): Promise<string[]>;
}
interface Bucket {
  indexedDB: IDBFactory;
}

/**
 * The bucket that a database was moved to, the last one if it was more than once. Costs a fraction of a millisecond.
 * @throws where the browser does not tell: another place would look as if all were lost
 */
export async function bucketOf(name: string): Promise<Bucket | undefined> {
  const buckets = manager();
  if (!buckets) return undefined;
  const last = await lastNumber(buckets, name);
  return last > 0 ? buckets.open(`${name}-${last}`) : undefined;
}

/** Buckets of a database are numbered from 2. 0 if there is none. */
export async function lastNumber(buckets: BucketManager, name: string): Promise<number> {
  const numbers = (await buckets.keys()).map((key) => Number(key.split(`${name}-`)[1]) || 0);
  return Math.max(0, ...numbers);
}

export function manager(): BucketManager | undefined {
  return (navigator as { storageBuckets?: BucketManager }).storageBuckets;
}
