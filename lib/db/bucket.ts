/**
 * Where the browser can no longer open its store of databases, nothing but a reinstallation mends it: each call fails,
 * even that which deletes. A storage bucket is a store of its own beside it, and works. Chromium only.
 * @see https://wicg.github.io/storage-buckets/
 */
interface BucketManager {
  open(name: string, options?: { durability?: "strict" }): Promise<Bucket>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
}
interface Bucket {
  indexedDB: IDBFactory;
}

/** The bucket that a database was moved to, if it was. Costs a fraction of a millisecond. */
export async function bucketOf(name: string): Promise<Bucket | undefined> {
  const buckets = manager();
  // A browser that cannot tell has none.
  const names = await buckets?.keys().catch((): string[] => []);
  return names?.includes(bucketName(name)) ? buckets?.open(bucketName(name)) : undefined;
}

/**
 * Gives a database a store of its own, empty, where from now on it is opened by all.
 * @returns false where the browser has no buckets
 */
export async function moveToBucket(name: string): Promise<boolean> {
  const buckets = manager();
  if (!buckets) return false;
  // One that does not open any more either makes room for a new one.
  if ((await buckets.keys()).includes(bucketName(name))) await buckets.delete(bucketName(name));
  await buckets.open(bucketName(name), { durability: "strict" });
  return true;
}

function bucketName(name: string): string {
  return `${name}-2`;
}

function manager(): BucketManager | undefined {
  return (navigator as { storageBuckets?: BucketManager }).storageBuckets;
}
