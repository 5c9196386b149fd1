import type { Id } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";
import type { RequestCount } from "./space-tables.ts";

/**
 * Counts a request that is about to be made, so that the person can see them all.
 * @param address of which only the site is kept
 * @param mentorshipId whose room it is for
 */
export async function countRequest(
  db: MilepostDb,
  why: RequestCount["why"],
  address: string,
  mentorshipId?: Id,
): Promise<void> {
  const site = new URL(address).origin;
  const id = [why, site, ...(mentorshipId === undefined ? [] : [mentorshipId])].join(" ");
  await db.transaction("rw", db.requests, async () => {
    const known = await db.requests.get(id);
    const at = db.now();
    await db.requests.put(
      known
        ? { ...known, count: known.count + 1, lastAt: at }
        : {
            id,
            why,
            ...(mentorshipId === undefined ? {} : { mentorshipId }),
            site,
            count: 1,
            firstAt: at,
            lastAt: at,
          },
    );
  });
}

/**
 * A `fetch` that counts each request before it makes it.
 * @param fetch the network
 * @param mentorshipId whose room they are for
 */
export function countedFetch(
  db: MilepostDb,
  why: RequestCount["why"],
  fetch: typeof globalThis.fetch,
  mentorshipId?: Id,
): typeof globalThis.fetch {
  return async (input, init) => {
    await countRequest(db, why, input instanceof Request ? input.url : String(input), mentorshipId);
    return fetch(input, init);
  };
}

/** Where requests went and how many, the latest first. */
export async function requestsMade(db: MilepostDb): Promise<RequestCount[]> {
  return (await db.requests.toArray()).toSorted((a, b) => b.lastAt - a.lastAt);
}
