import type { Ref } from "./names.ts";

/** What is stored as one object: a batch, or a piece of a snapshot. */
export interface Parcel {
  kind: "batch" | "part" | "list";
  writer: string;
  /** Of a batch, its number; else 0. */
  seq: number;
  /** The batch of the same writer before this one. */
  prev: Ref | null;
  body: unknown;
}

/** Turns parcels into bytes that only those of the space can read and only their writer can have made, and back. */
export interface Sealer {
  /** A new name and what it signs with. */
  newWriter: () => Promise<{ writer: string; key: unknown }>;
  seal: (parcel: Parcel, key: unknown) => Promise<Uint8Array>;
  /** @throws Unreadable */
  open: (bytes: Uint8Array, kind: Parcel["kind"]) => Promise<Parcel>;
  /** 16 hexadecimal digits that no other bytes have. */
  hash: (bytes: Uint8Array) => Promise<string>;
}

export type UnreadableReason =
  /** It does not begin as ours do: a page to log in, perhaps. */
  | "notOurs"
  /** It is not as it was written. */
  | "damaged"
  /** It was written for a key that is not here. */
  | "noKey"
  /** By a later version. */
  | "newer";

export class Unreadable extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, options?: ErrorOptions) {
    super(reason, options);
    this.name = "Unreadable";
    this.reason = reason;
  }
}
