import type { Row } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";
import type { Replica, SpaceState } from "@/lib/sync/replica.ts";

/** The browser ended in the middle. */
export class Crash extends Error {}

/** What is on the disk of one browser, as all browsers would say it. */
export interface Seen {
  /** By table and id. */
  rows: ReadonlyMap<string, Row>;
  log: readonly { op: Op; isUnsent: boolean }[];
  state: SpaceState | undefined;
}

/** A browser's data, under test. */
export interface Subject {
  replica: Replica;
  /** One edit of one field, by a person. @returns as it is in the log; nothing where it changes nothing */
  write: (edit: { id: string; field: string; value: unknown; now: number }) => Promise<Op | undefined>;
  /** What a person reads there. */
  valueOf: (id: string, field: string) => Promise<unknown>;
  look: () => Promise<Seen>;
  /** The profile as it is now, to be put back or started a second time. */
  copy: () => Promise<unknown>;
  restore: (copy: unknown) => Promise<void>;
  /** The browser ended and is started again. */
  restart: () => Promise<void>;
}

export interface SubjectOptions {
  name: string;
  /** Is called before and after each write, and throws where the browser ends there. */
  mayCrash: () => void;
  now: () => number;
  randomHex: (digits: number) => string;
}

export type MakeSubject = (options: SubjectOptions) => Promise<Subject>;
