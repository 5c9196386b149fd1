import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { distinctNames } from "@/lib/domain/distinct-names.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { personalSpace, type SpaceBrowser } from "@/lib/domain/space.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { type Standing, standingOf } from "@/lib/sync/standing.ts";
import { browsersTable } from "./ops.ts";

/* Which browsers a person has: by what each said of itself, and until that is here by the keys. */

/** Who has a say in a space, by the keys that this browser has of it. */
export function standingIn(row: SpaceRow | undefined): Standing {
  const { notices = [] } = (row?.keys as SpaceKeys | undefined) ?? {};
  return standingOf(notices.map(({ notice }) => notice));
}

const stateIn = (row: SpaceRow | undefined): Partial<SpaceState> =>
  (row?.state as SpaceState | undefined) ?? {};

/** The person's browsers, this one first, then by when they came; without those that were taken out. */
export async function browsersOf(db: MilepostDb): Promise<SpaceBrowser[]> {
  const space = await db.spaces.get(personalSpace);
  const { writers, removed } = standingIn(space);
  const { lastAt = {} } = stateIn(space);
  const lastOf = (holder: string): Instant | null => {
    const times = Object.entries(lastAt).filter(([writer]) => writers.get(writer) === holder);
    return times.length > 0 ? Math.max(...times.map(([, at]) => at)) : null;
  };
  return (await everyBrowser(db))
    .filter(({ holder, isThis }) => isThis || holder === null || !removed.has(holder))
    .map((browser) => ({ ...browser, lastAt: browser.holder === null ? null : lastOf(browser.holder) }));
}

/** As the list calls it: two of one kind have one name as a rule. Nothing where it is not in the list. */
export async function nameOfBrowser(db: MilepostDb, holder: string): Promise<{ name?: string }> {
  const found = (await browsersOf(db)).find((browser) => browser.holder === holder);
  return found ? { name: found.name } : {};
}

type Listed = Omit<SpaceBrowser, "lastAt">;

/**
 * Also those that are out: what they wrote before is theirs. Of those of one name, all but the first to come have a number,
 * the same in all browsers; it stays when another one goes of which anything was ever read.
 */
export async function everyBrowser(db: MilepostDb): Promise<Listed[]> {
  const own = (await db.metaOf("identity"))?.writer;
  const rows = await db.foreign.where("table").equals(browsersTable).toArray();
  const told = rows.map(({ row }): Listed => {
    const { id, name, since, holder } = row;
    return {
      id,
      name: typeof name === "string" ? name : "",
      since: typeof since === "number" ? since : 0,
      isThis: id === own,
      isAwaited: false,
      holder: typeof holder === "string" ? holder : null,
    };
  });
  const awaited = awaitedIn(await db.spaces.get(personalSpace), told);
  const inOrder = [...told, ...awaited].toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
  const names = distinctNames(inOrder.map(({ name }) => name));
  return inOrder
    .map((browser, index) => ({ ...browser, name: names[index] ?? browser.name }))
    .toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}

/**
 * Browsers that were let in and of which nothing was read yet. One that stopped and came back did so with other keys; of
 * its keys before something was read, as a rule.
 */
function awaitedIn(space: SpaceRow | undefined, told: readonly Listed[]): Listed[] {
  const { holders, writers } = standingIn(space);
  const { heads = {} } = stateIn(space);
  const known = new Set<string | null | undefined>([
    (space?.keys as SpaceKeys | undefined)?.me.id,
    ...told.map(({ holder }) => holder),
    ...Object.keys(heads).map((writer) => writers.get(writer)),
  ]);
  return holders
    .filter(({ id, kind }) => kind === "browser" && !known.has(id))
    .map(({ id, name, at }) => ({ id, name, since: at, isThis: false, isAwaited: true, holder: id }));
}
