import type { MilepostDb } from "@/lib/db/database.ts";
import type { SyncStatus } from "@/lib/domain/space.ts";
import type { Replica, SpaceState } from "@/lib/sync/replica.ts";
import type { Gate } from "@/lib/sync/session.ts";
import { keepStatus } from "./status.ts";

/** So many at once, and the person is shown how far it is. */
const muchToSend = 200;
/** The same, of batches of others. */
const muchToRead = 10;

/** What the engine goes through, and where it can be seen how far it is. */
interface Ways {
  replica: Replica;
  gate: Gate;
}

/** What is shown before anything was done. @param waiting changes to be sent */
export function firstProgress(waiting: number): SyncStatus["progress"] {
  return waiting >= muchToSend ? { done: 0, total: waiting } : null;
}

/** Tells the person how far it is, where there is much to send, or else to read. @param waiting changes to be sent */
export function followed(db: MilepostDb, id: string, ways: Ways, waiting: number): Ways {
  return waiting >= muchToSend
    ? { ...ways, replica: followedSending(db, id, ways.replica, waiting) }
    : followedReading(db, id, ways);
}

function followedSending(db: MilepostDb, id: string, replica: Replica, total: number): Replica {
  let done = 0;
  let underWay = 0;
  return {
    ...replica,
    takeUnsent: async (...how) => {
      const taken = await replica.takeUnsent(...how);
      underWay = taken.ops.length;
      return taken;
    },
    commit: async (step) => {
      await replica.commit(step);
      if (step.mine === undefined) return;
      done = Math.min(total, done + underWay);
      await keepStatus(db, id, { progress: { done, total } });
    },
  };
}

/** How much there is to read, the markers of the others tell. */
function followedReading(db: MilepostDb, id: string, { replica, gate }: Ways): Ways {
  let total = 0;
  let done = 0;
  return {
    gate: {
      ...gate,
      enter: async (how) => {
        const entered = await gate.enter(how);
        const state = (await db.spaces.get(id))?.state as SpaceState | undefined;
        total = entered.heads
          .filter(({ writer }) => writer !== state?.writer)
          .map(({ writer, seq }) => Math.max(0, seq - (state?.heads[writer]?.seq ?? 0)))
          .reduce((sum, each) => sum + each, 0);
        if (total >= muchToRead) await keepStatus(db, id, { progress: { done, total, isReading: true } });
        return entered;
      },
    },
    replica: {
      ...replica,
      commit: async (step) => {
        await replica.commit(step);
        if (total < muchToRead || !step.applied) return;
        done = Math.min(total, done + step.applied.length);
        await keepStatus(db, id, { progress: { done, total, isReading: true } });
      },
    },
  };
}
