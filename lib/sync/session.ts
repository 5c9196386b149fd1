import { batchName, type Link } from "./names.ts";
import type { Replica, SpaceState, Step } from "./replica.ts";
import { type Sealer, Unreadable } from "./sealer.ts";
import { type Store, StoreError } from "./store.ts";
import { type Batch, readBatch } from "./wire.ts";

/** What the engine works with; all of it comes from outside. */
export interface SyncPorts {
  store: Store;
  replica: Replica;
  sealer: Sealer;
  /** Without one, everything is read that can be opened. */
  gate?: Gate | undefined;
  /** Epoch ms. */
  now: () => number;
  /** As many random hexadecimal digits. Never counted: two browsers that are copies of each other would count alike. */
  randomHex: (digits: number) => string;
}

/** Who may write in a space, and with which key. */
export interface Gate {
  /**
   * Called once a sync, before anything is sent or read, with what the store shows.
   * @returns the sealer to go on with, and from where what others wrote is read: of who was removed, no further than they
   *   were read then; of a writer that nobody answers for, nothing yet
   */
  enter: (seen: {
    /** Ids of keys. */
    epochs: readonly string[];
    heads: readonly Link[];
    /** What this browser's writer signs with. */
    writing: unknown;
    /** The store lost something that was in it. */
    isHealing: boolean;
  }) => Promise<{ sealer: Sealer; heads: readonly Link[] }>;
  /** Whether a batch of a writer is among what is read. */
  reads: (batch: { writer: string; seq: number }) => boolean;
  /** Whether it never will be. What nobody answers for may be, once that was heard of. */
  refuses: (batch: { writer: string; seq: number }) => boolean;
  /** Whether a snapshot of a writer is. */
  trusts: (writer: string) => boolean;
}

export interface SyncLimits {
  batchOps: number;
  batchBytes: number;
  /** A snapshot is due after so much was sent. */
  snapshotBatches: number;
  snapshotBytes: number;
  /** The size of a part, bytes. */
  partBytes: number;
  /** How long a batch stays after a snapshot covers it, ms. */
  keepMs: number;
  /** As many batches are read before their rows are written. */
  pullBatches: number;
  /** A batch that cannot be read so long is asked for, ms. */
  askAfterMs: number;
  /** What nobody had who was asked is given up after so long, ms. */
  giveUpAfterMs: number;
}

const hourMs = 3_600_000;

export const defaultLimits: SyncLimits = {
  batchOps: 500,
  batchBytes: 256_000,
  // Some storages list no more than 750 names.
  snapshotBatches: 500,
  snapshotBytes: 2_000_000,
  partBytes: 1_000_000,
  keepMs: 30 * 24 * hourMs,
  pullBatches: 200,
  askAfterMs: 24 * hourMs,
  giveUpAfterMs: 14 * 24 * hourMs,
};

/** What happened, and what there is to tell. */
export interface SyncReport {
  /** Edits that were sent and that came in. */
  sent: number;
  received: number;
  /** Batches that cannot be read yet; those of a later version among them. */
  missing: number;
  newer: number;
  /** Where a batch should be there was something that is none of ours: a page to log in, most likely. */
  notOurs: number;
  /** Batches that another browser has seen and the store does not show. */
  withheld: number;
  /** The store had been emptied or exchanged; or it lost what was known to be there. Everything was, or will be, sent again. */
  healed: "emptied" | "rolledBack" | null;
  /** This browser's profile was restored or copied, and it goes by another name from now on. */
  renamed: boolean;
  /** The store is empty, and was not when it was seen last: nothing was done, until the person says to send it all again. */
  asksAboutEmpty: boolean;
  /** A snapshot or the tidying after it failed; it is tried again. */
  snapshotFailed: StoreError["failure"] | null;
  /** How far this computer's clock is ahead of the store's, ms, if the store says. */
  aheadMs: number | undefined;
}

export interface Session extends SyncPorts {
  limits: SyncLimits;
  /** To send everything again to a store that was found empty, without asking. */
  refillEmpty: boolean;
  state: SpaceState;
  report: SyncReport;
}

/** Keeps what has changed of the state, with what belongs to the same moment. */
export async function save(
  session: Session,
  change: Partial<SpaceState>,
  step: Omit<Step, "state"> = {},
): Promise<void> {
  const state = { ...session.state, ...change };
  await session.replica.commit({ ...step, state });
  session.state = state;
}

/** Writes bytes under a name and reads them back: storages answer "created" to half of a file. */
export async function putVerified(
  { store }: Pick<SyncPorts, "store">,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  await store.put(name, bytes);
  const back = await store.get(name);
  if (!back || !sameBytes(back, bytes))
    throw new StoreError("offline", { cause: "What was written does not read back." });
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** One byte, for names that are all they say. Some storages lose an empty file. */
export const oneByte: Uint8Array = Uint8Array.of(0x2e);

/** A batch that is known to have been in the store is gone. Asked twice: one wrong answer is cheap to doubt. */
export async function isGone({ store }: Session, link: Link): Promise<boolean> {
  const name = batchName(link);
  return (await store.get(name)) === null && (await store.get(name)) === null;
}

export interface ReadBatch extends Batch {
  hash: string;
  prev: string | null;
}

/** @throws Unreadable also where it is not what its name says; `null` where there is none */
export async function fetchBatch({ store, sealer }: Session, link: Link): Promise<ReadBatch | null> {
  const bytes = await store.get(batchName(link));
  if (!bytes) return null;
  const parcel = await sealer.open(bytes, "batch");
  const hash = await sealer.hash(bytes);
  if (!link.ref.startsWith(`${hash}~`) || parcel.writer !== link.writer || parcel.seq !== link.seq)
    throw new Unreadable("damaged");
  const batch = readBatch(parcel.body);
  const ops = batch.ops.map((op) => ({ ...op, sender: link.writer }));
  return { ...batch, ops, hash, prev: parcel.prev };
}
