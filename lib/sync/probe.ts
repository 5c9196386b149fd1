import { heads } from "./names.ts";
import { sameBytes } from "./session.ts";
import { type Store, StoreError, type StoreFailure } from "./store.ts";

/** What a storage must do, in the order in which it is tried. */
export type ProbeStep =
  | "list"
  | "write"
  | "readBack"
  | "listNew"
  | "twoAtOnce"
  | "absent"
  | "remove"
  | "listRemoved";

export type ProbeKind =
  | "ok"
  /** All of it works, and takes long. */
  | "slow"
  /** What was written is not what is read. */
  | "loses"
  /** What was written is not in the list, or what was removed still is. */
  | "staleListing"
  /** It says that something is there that never was, or that was removed. */
  | "invents"
  | StoreFailure;

export interface ProbeResult {
  kind: ProbeKind;
  works: readonly ProbeStep[];
  /** The first that did not. */
  failed: ProbeStep | undefined;
  /** The longest that one request took, ms. */
  slowestMs: number;
  /** How far this computer's clock is ahead of the storage's, ms, if it says. */
  aheadMs: number | undefined;
  /** How long it wants to be left alone, ms. */
  retryAfterMs: number | undefined;
}

export interface ProbePorts {
  store: Store;
  /** Epoch ms. */
  now: () => number;
  randomHex: (digits: number) => string;
}

/** A storage that takes this long for one small request is worth a word. */
const slowMs = 4000;
/** About what the largest batch takes. */
const largeBytes = 256_000;

/**
 * Tries what syncing needs on a storage, in the folder of heads, under names that mean nothing to a reader, and removes
 * them again. Nothing that is there is touched.
 *
 * Whether it keeps a cut upload as if it were whole is not tried: some do (rclone, npm webdav-server), and only a
 * connection that breaks at a known byte tells. A background cannot break one there. `fetch` does not say how far it is,
 * `XMLHttpRequest`, which does, is not in a service worker, a body that streams takes HTTP/2 and Chromium, and to break it
 * off after some time finds the fast storages fine and the slow ones anything. Nothing rests on it either: whatever is
 * written is read back before a marker says that it is there, and a try after a cut has a name of its own.
 */
export async function probeStore({ store, now, randomHex }: ProbePorts): Promise<ProbeResult> {
  const result: ProbeResult & { works: ProbeStep[] } = {
    kind: "ok",
    works: [],
    failed: undefined,
    slowestMs: 0,
    aheadMs: undefined,
    retryAfterMs: undefined,
  };
  const timed: Store = timedStore(store, now, result);
  const names = Array.from({ length: 3 }, () => `probe-${randomHex(16)}`);
  try {
    for (const { step, otherwise, run } of stepsOf(timed, names, now, result)) {
      result.failed = step;
      if (!(await run())) return { ...result, kind: otherwise };
      result.works.push(step);
    }
    return { ...result, failed: undefined, kind: result.slowestMs >= slowMs ? "slow" : "ok" };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { ...result, kind: error.failure, retryAfterMs: error.retryAfterMs };
  } finally {
    if (!result.works.includes("remove")) await removeAll(store, names);
  }
}

interface Try {
  step: ProbeStep;
  otherwise: ProbeKind;
  run: () => Promise<boolean>;
}

function stepsOf(
  store: Store,
  [first = "", second = "", third = ""]: readonly string[],
  now: () => number,
  result: ProbeResult,
): readonly Try[] {
  const small = patterned(1024, 0);
  const large = patterned(largeBytes, 1);
  const nameOf = (name: string): string => `${heads}/${name}`;
  const reads = async (name: string, expected: readonly Uint8Array[]): Promise<boolean> => {
    const back = await store.get(nameOf(name));
    return back !== null && expected.some((bytes) => sameBytes(bytes, back));
  };
  return [
    {
      step: "list",
      otherwise: "notStorage",
      run: async () => {
        const { date } = await store.list(heads);
        if (date !== undefined) result.aheadMs = now() - date;
        return true;
      },
    },
    {
      step: "write",
      otherwise: "loses",
      run: async () => {
        await store.put(nameOf(first), small);
        await store.put(nameOf(second), large);
        return true;
      },
    },
    {
      step: "readBack",
      otherwise: "loses",
      run: async () => (await reads(first, [small])) && (await reads(second, [large])),
    },
    {
      step: "listNew",
      otherwise: "staleListing",
      run: async () => {
        const { names } = await store.list(heads);
        return names.includes(first) && names.includes(second);
      },
    },
    {
      step: "twoAtOnce",
      otherwise: "loses",
      // The one or the other may win, but not half of each.
      run: async () => {
        const tries = [patterned(largeBytes, 2), patterned(largeBytes, 3)];
        const puts = tries.map((bytes) => store.put(nameOf(second), bytes));
        const failed = (await Promise.allSettled(puts)).find(({ status }) => status === "rejected");
        // A lock for as long as the other writes: then what was there before may be there still.
        return reads(second, failed ? [...tries, large] : tries);
      },
    },
    {
      step: "absent",
      otherwise: "invents",
      run: async () => (await store.get(nameOf(third))) === null,
    },
    {
      step: "remove",
      otherwise: "invents",
      run: async () => {
        for (const name of [first, second]) await store.remove(nameOf(name));
        // To remove what is not there is no error.
        await store.remove(nameOf(third));
        return (await store.get(nameOf(first))) === null;
      },
    },
    {
      step: "listRemoved",
      otherwise: "staleListing",
      run: async () => {
        const { names } = await store.list(heads);
        return !names.includes(first) && !names.includes(second);
      },
    },
  ];
}

/** All values of a byte, in an order of its own: what takes them for text loses some. */
function patterned(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 167 + (index >> 8) * 13 + seed * 59) & 0xff);
}

function timedStore(store: Store, now: () => number, result: ProbeResult): Store {
  const timed = async <T>(call: Promise<T>): Promise<T> => {
    const startedAt = now();
    try {
      return await call;
    } finally {
      result.slowestMs = Math.max(result.slowestMs, now() - startedAt);
    }
  };
  return {
    list: (folder) => timed(store.list(folder)),
    get: (name) => timed(store.get(name)),
    put: (name, bytes) => timed(store.put(name, bytes)),
    remove: (name) => timed(store.remove(name)),
  };
}

async function removeAll(store: Store, names: readonly string[]): Promise<void> {
  for (const name of names) {
    try {
      await store.remove(`${heads}/${name}`);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }
}
