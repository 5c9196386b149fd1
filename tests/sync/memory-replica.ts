import { foldOps, opsOfRow, type Row } from "@/lib/sync/fold.ts";
import { type Op, opKey } from "@/lib/sync/op.ts";
import { sizeOf } from "@/lib/sync/wire.ts";
import type { Everything, Replica, SpaceState, Step } from "@/lib/sync/replica.ts";
import { compareStamps, nextStamp, type Stamp } from "@/lib/domain/hlc.ts";
import type { Subject, SubjectOptions } from "./subject.ts";

/** What is on the disk of one browser. Plain values: a copy of it is a copy of the profile. */
export interface Disk {
  state?: SpaceState;
  /** By table and id. */
  rows: Map<string, Row>;
  log: { op: Op; own: boolean }[];
  keys: Set<string>;
  batches: Map<string, "applied" | "mine">;
  clock?: Stamp;
}

function emptyDisk(): Disk {
  return { rows: new Map(), log: [], keys: new Set(), batches: new Map() };
}

export interface MemoryReplica extends Replica {
  disk: Disk;
  /** One edit of one field, by a person. @returns as it is in the log */
  write: (edit: { id: string; field: string; value: unknown; now: number; writer: string }) => Op;
}

/**
 * A replica in memory.
 * @param mayCrash is called before and after each write, and throws where the browser ends there
 */
export function memoryReplica(mayCrash: () => void = () => {}): MemoryReplica {
  const replica: MemoryReplica = {
    disk: emptyDisk(),
    readState: () => Promise.resolve(replica.disk.state),
    commit: (step) => attempt(() => inOneGo(mayCrash, () => keep(replica.disk, step))),
    takeUnsent: (after, mostOps, mostBytes) =>
      attempt(() => {
        mayCrash();
        return unsentOf(replica.disk, after, mostOps, mostBytes);
      }),
    everything: (sent) => attempt(() => everythingOf(replica.disk, sent)),
    applied: (hashes) => {
      const { batches } = replica.disk;
      const known = hashes.flatMap((hash) => {
        const mark = batches.get(hash);
        return mark ? [[hash, mark] as const] : [];
      });
      return Promise.resolve(new Map(known));
    },
    write: ({ id, field, value, now, writer }) => {
      const { disk } = replica;
      const key = `rows/${id}`;
      const row = disk.rows.get(key);
      const before = row?._c?.[field];
      const stamp = nextStamp([disk.clock], now, writer);
      const op: Op = {
        table: "rows",
        id,
        patch: { [field]: value },
        stamp,
        base: before ? { [field]: before } : {},
      };
      inOneGo(mayCrash, () => {
        fold(disk, [op]);
        disk.log.push({ op, own: true });
        disk.keys.add(opKey(op));
        disk.clock = stamp;
      });
      return op;
    },
  };
  return replica;
}

function inOneGo(mayCrash: () => void, write: () => void): void {
  mayCrash();
  write();
  mayCrash();
}

function keep(disk: Disk, { state, ops = [], clock, applied = [], mine, disown }: Step): void {
  disk.state = state;
  fold(disk, ops);
  for (const op of ops) {
    const key = opKey(op);
    if (disk.keys.has(key)) continue;
    disk.keys.add(key);
    disk.log.push({ op, own: false });
  }
  if (clock && (!disk.clock || compareStamps(clock, disk.clock) > 0)) disk.clock = clock;
  if (disown) for (const hash of disk.batches.keys()) disk.batches.set(hash, "applied");
  for (const hash of applied) if (!disk.batches.has(hash)) disk.batches.set(hash, "applied");
  if (mine !== undefined) disk.batches.set(mine, "mine");
}

function fold(disk: Disk, ops: readonly Op[]): void {
  for (const op of ops) {
    const key = `${op.table}/${op.id}`;
    const row = foldOps(disk.rows.get(key), [op]);
    if (row) disk.rows.set(key, row);
  }
}

function unsentOf(
  { log }: Disk,
  after: number,
  mostOps: number,
  mostBytes: number,
): { ops: Op[]; to: number } {
  const ops: Op[] = [];
  let bytes = 0;
  let to = after;
  for (const [index, { op, own }] of log.entries()) {
    if (index < after) continue;
    if (own) {
      bytes += sizeOf(op);
      if (ops.length > 0 && (ops.length >= mostOps || bytes > mostBytes)) break;
      ops.push(op);
    }
    to = index + 1;
  }
  return { ops, to };
}

function everythingOf({ rows, log, batches }: Disk, sent: number): Everything {
  return {
    ops: [...rows].flatMap(([key, row]) => opsOfRow(key.slice(0, key.indexOf("/")), row)),
    to: log.length,
    covers: [...batches.keys()],
    hasUnsent: log.some(({ own }, index) => own && index >= sent),
  };
}

async function attempt<T>(run: () => T): Promise<T> {
  await Promise.resolve();
  return run();
}

/** A browser of the simulator, in memory. */
export function memorySubject({ name, mayCrash }: SubjectOptions): Promise<Subject> {
  const replica = memoryReplica(mayCrash);
  return Promise.resolve({
    replica,
    // Two copies of one profile write with one name.
    write: (edit) => attempt(() => replica.write({ ...edit, writer: replica.disk.state?.writer ?? name })),
    valueOf: (id, field) => attempt(() => replica.disk.rows.get(`rows/${id}`)?.[field]),
    look: () =>
      attempt(() => {
        const { rows, log, state } = replica.disk;
        const sent = state?.sent ?? 0;
        return {
          rows,
          log: log.map(({ op, own }, index) => ({ op, isUnsent: own && index >= sent })),
          state,
        };
      }),
    copy: () => attempt(() => structuredClone(replica.disk)),
    restore: (copy) =>
      attempt(() => {
        replica.disk = structuredClone(copy as Disk);
      }),
    restart: () => Promise.resolve(),
  });
}
