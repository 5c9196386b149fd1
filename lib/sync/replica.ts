import type { Stamp } from "@/lib/domain/hlc.ts";
import type { Link, Ref } from "./names.ts";
import type { Op } from "./op.ts";
import type { UnreadableReason } from "./sealer.ts";

/** What is kept in this browser: the rows and their log, and what the engine knows of the storage. */
export interface Replica {
  /** `undefined` before the first sync, or where the database was lost: then this browser is a new writer. */
  readState: () => Promise<SpaceState | undefined>;
  /** All of it or nothing, in one transaction, on disk when it returns. What is in the log already is not added again. */
  commit: (step: Step) => Promise<void>;
  /**
   * The oldest edits of the log after a place that did not come from the storage. They stay as they are from here on:
   * what a person types next is another entry.
   * @param mostBytes as {@link sizeOf} has it; the first edit is given even where it is larger
   */
  takeUnsent: (
    after: number,
    mostOps: number,
    mostBytes: number,
  ) => Promise<{ ops: readonly Op[]; to: number }>;
  /** Everything that is here, of one moment, and whether an edit after the place `sent` is among it. */
  everything: (sent: number) => Promise<Everything>;
  /** Of these batches, those that are in the rows here; `mine` are those that this writer wrote. */
  applied: (hashes: readonly string[]) => Promise<ReadonlyMap<string, "applied" | "mine">>;
}

export interface Everything {
  ops: readonly Op[];
  /** The end of the log. */
  to: number;
  /** The hashes of all batches that are in it. */
  covers: readonly string[];
  hasUnsent: boolean;
}

export interface Step {
  state: SpaceState;
  /** To be folded into the rows and added to the log, as something that need not be sent. */
  ops?: readonly Op[];
  /** The clock is moved up to this, so that the next edit here wins over what is seen. */
  clock?: Stamp | undefined;
  /** Hashes of batches that are in the rows from now on. */
  applied?: readonly string[];
  /** The same, of a batch that this writer wrote. */
  mine?: string;
  /** What the writer wrote before it took another name is no longer its own. */
  disown?: boolean;
}

/** What the engine knows of one space. Plain values, and keys that the database can hold. */
export interface SpaceState {
  /** This browser's name here, 32 hexadecimal digits; another one after its profile was restored or copied. */
  writer: string;
  /** What it signs with; the sealer's own. */
  key: unknown;
  /** Of the last batch that was sent; 0 and `null` before the first. */
  seq: number;
  prev: Ref | null;
  /** Up to here the log was sent. */
  sent: number;
  /** The mark of the store as it was seen last. */
  generation: string | null;
  /** Everything is to be sent once more: the store lost something, or may have. */
  reoffer: boolean;
  pending: Pending | null;
  /** The newest batch of each writer that is in the rows here, by writer. */
  heads: Readonly<Record<string, { seq: number; ref: Ref }>>;
  /** When the newest batch that was read of each writer was made, by that writer's clock, epoch ms. */
  lastAt?: Readonly<Record<string, number>>;
  missing: readonly Missing[];
  /** How far others have seen each writer: a store that shows less withholds something. */
  seen: Readonly<Record<string, number>>;
  /** Snapshots that were read and did not hold what is missing. */
  tried: readonly string[];
  /** Hashes that were asked for and put into a snapshot. */
  answered: readonly string[];
  /** Somebody asked for what is here. */
  owesSnapshot: boolean;
  /** Own ones, oldest first: when, and up to which own batch they cover. */
  snapshots: readonly { id: string; at: number; seq: number }[];
  /** Sent since the last one. */
  sinceSnapshot: { batches: number; bytes: number };
}

/** A batch on its way. It is kept as it is until it is known to be in the store. */
export interface Pending {
  seq: number;
  hash: string;
  bytes: Uint8Array;
  /** The name it was last put under. */
  ref: Ref | null;
  /** The part of the log that it holds: after `from`, up to `to`. */
  from: number;
  to: number;
  /** It holds everything, not only what is new. */
  whole: boolean;
}

/** A batch that must be there and cannot be read. It is tried again, and keeps nothing else from being read. */
export interface Missing extends Link {
  /** Epoch ms. */
  since: number;
  why: UnreadableReason | "absent" | "later";
  /** Its writer was asked for it. */
  asked?: boolean;
  /** As many times in a row it was not in the store. */
  gone?: number;
}

export function newState(writer: string, key: unknown): SpaceState {
  return {
    writer,
    key,
    seq: 0,
    prev: null,
    sent: 0,
    generation: null,
    reoffer: false,
    pending: null,
    heads: {},
    missing: [],
    seen: {},
    tried: [],
    answered: [],
    owesSnapshot: false,
    snapshots: [],
    sinceSnapshot: { batches: 0, bytes: 0 },
  };
}
