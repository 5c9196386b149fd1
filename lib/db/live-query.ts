import { Dexie, type DBCore, type DBCoreTable, type Middleware, RangeSet, rangesOverlap } from "dexie";

/*
 * Queries that are asked again when what they read has changed, in any context.
 *
 * Dexie's own `liveQuery` learns what a query reads through its zones, and they lose an async function now and then
 * when several queries start in one moment: it went on without knowing all it had read, and what another window wrote
 * was not shown (seen in two of three starts under load). Here a query is taken to have read whatever the page read
 * while the query ran: sometimes too much, which costs a second look, and never too little.
 */

type Parts = Parameters<Parameters<typeof Dexie.on.storagemutated.subscribe>[0]>[0];

/** What was read: of a table some rows by their keys, or anything of it. */
type Read = Map<string, RangeSet | "any">;

/** The queries that are under way. */
const running = new Set<Read>();

function noteAny(table: string): void {
  for (const read of running) read.set(table, "any");
}

function noteKeys(table: string, keys: readonly unknown[]): void {
  for (const read of running) {
    const known = read.get(table);
    if (known === "any") continue;
    const ranges = known ?? new RangeSet();
    for (const key of keys) ranges.addKey(key as string);
    read.set(table, ranges);
  }
}

/** Writes down what is read of a database. To be put to use with `db.use`. */
export function notesReads(dbName: string): Middleware<DBCore> {
  const table = (core: DBCoreTable): DBCoreTable => {
    // As Dexie names what was changed.
    const name = `idb://${dbName}/${core.name}/`;
    const any =
      <A, R>(ask: (request: A) => R) =>
      (request: A): R => {
        noteAny(name);
        return ask(request);
      };
    return {
      ...core,
      get(request) {
        noteKeys(name, [request.key]);
        return core.get(request);
      },
      getMany(request) {
        noteKeys(name, request.keys);
        return core.getMany(request);
      },
      query: any((request) => core.query(request)),
      openCursor: any((request) => core.openCursor(request)),
      count: any((request) => core.count(request)),
    };
  };
  return {
    stack: "dbcore",
    name: "reads",
    create: (core) => ({ ...core, table: (name) => table(core.table(name)) }),
  };
}

function touches(changed: Parts, read: Read): boolean {
  if (changed["all"]) return true;
  const parts = Object.keys(changed);
  return [...read].some(([table, rows]) => {
    if (rows === "any") return parts.some((part) => part.startsWith(table));
    const keys = changed[table];
    return keys !== undefined && rangesOverlap(keys, rows);
  });
}

/**
 * Those that are asked again wait for each other. Side by side each would be taken to have read what the others read, be
 * asked again for any of it, beside them again, and so on at each write. The first time, a page opens faster side by side.
 */
let turn: Promise<void> = Promise.resolve();

/** After a message that names no table. It was written natively, by a window that closes, and may come before the write. */
const secondLookMs = 250;

/** Of a database that is closed or going: it is asked again when it is back. */
const passing = new Set(["DatabaseClosedError", "AbortError"]);

/**
 * Asks now, and again whenever something has changed of what was read. An answer that was overtaken by a change while
 * it was on its way is not given.
 * @param query reads the database and waits for nothing else
 * @returns stops asking
 */
export function watchQuery<T>(
  query: () => Promise<T> | T,
  next: (value: T) => void,
  failed: (error: unknown) => void,
): () => void {
  let stopped = false;
  let waiting = false;
  let read: Read = new Map();
  let asking = false;
  let overtaken = false;
  let isFirst = true;
  /** It failed before it had read anything, ever: whatever changes may be for it. */
  let isBlind = false;

  const ask = async (): Promise<void> => {
    waiting = false;
    if (stopped) return;
    asking = true;
    overtaken = false;
    const before = read;
    read = new Map();
    isBlind = false;
    running.add(read);
    try {
      const value = await query();
      if (!stopped && !overtaken) next(value);
    } catch (error) {
      // It would have read on, as it did before.
      for (const table of before.keys()) read.set(table, "any");
      isBlind = read.size === 0;
      if (!stopped && !overtaken && !passing.has((error as Error | undefined)?.name ?? "")) failed(error);
    } finally {
      running.delete(read);
      asking = false;
      if (overtaken) askSoon();
    }
  };
  /** In a task of its own: outside of any transaction that is under way, and once for several changes. */
  const askSoon = (): void => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      if (isFirst) void ask();
      else turn = turn.then(ask, ask);
      isFirst = false;
    });
  };
  const again = (): void => {
    if (asking) overtaken = true;
    else askSoon();
  };
  const heard = (changed: Parts): void => {
    if (!isBlind && !touches(changed, read)) return;
    if (changed["all"]) setTimeout(again, secondLookMs);
    again();
  };

  Dexie.on.storagemutated.subscribe(heard);
  askSoon();
  return () => {
    stopped = true;
    Dexie.on.storagemutated.unsubscribe(heard);
  };
}
