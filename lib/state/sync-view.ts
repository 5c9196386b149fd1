import type { Instant } from "@/lib/domain/envelope.ts";
import type { StorageKind, SyncNotice, SyncProblemKind, SyncStatus } from "@/lib/domain/space.ts";
import type { ShownSpace } from "@/lib/spaces/shown.ts";

/** What can be done about a state, each by a button. */
export type SyncAct =
  | "now"
  | "resume"
  | "login"
  | "key"
  | "address"
  | "another"
  | "allow"
  | "refill"
  | "stop";

/** What is said of a space: names of words, and what goes into them. */
export interface SyncView {
  words:
    | "paused"
    | "upToDate"
    /** Saved here, and on its way. */
    | "sending"
    /** The first time is under way. */
    | "first"
    | "syncing"
    | ProblemWords;
  /** `problem`: the person is needed; `wait`: it mends itself, and they should know. */
  tone: "well" | "wait" | "problem";
  acts: readonly SyncAct[];
  waiting: number;
  /** Of `newer` and `missing`. */
  count: number;
  progress: SyncStatus["progress"];
  checkedAt: Instant | null;
  retryAt: Instant | null;
}

/** What is said of a problem: of one kind of storage sometimes something else than of the others. */
export type ProblemWords =
  | SyncProblemKind
  | "keyRefused"
  | "notBucket"
  | "folderNotAllowed"
  | "folderGone"
  | "folderBusy";

interface Special {
  words: ProblemWords;
  acts: readonly SyncAct[];
}

const special: Readonly<Record<StorageKind, Partial<Record<string, Special>>>> = {
  webdav: {},
  s3: {
    refused: { words: "keyRefused", acts: ["key", "now"] },
    notStorage: { words: "notBucket", acts: ["now", "address"] },
  },
  folder: {
    notAllowed: { words: "folderNotAllowed", acts: ["allow"] },
    notStorage: { words: "folderGone", acts: ["now", "another"] },
    busy: { words: "folderBusy", acts: ["now"] },
  },
};

/** How what came in the way is called, on a kind of storage. */
export function problemWords<Kind extends string>(kind: Kind, of: StorageKind): Kind | ProblemWords {
  return special[of][kind]?.words ?? kind;
}

const actsOf: Readonly<Record<SyncProblemKind, readonly SyncAct[]>> = {
  offline: ["now"],
  refused: ["login", "now"],
  busy: ["now"],
  full: ["now"],
  notStorage: ["now", "address"],
  asksAboutEmpty: ["refill", "another"],
  notAllowed: ["allow"],
  newer: ["now"],
  missing: ["now"],
  removed: ["stop"],
  noSpace: ["now"],
  failed: ["now"],
};

/** These pass by themselves, and meanwhile nothing is lost. */
const passing: ReadonlySet<SyncProblemKind> = new Set(["offline", "busy", "missing", "newer", "failed"]);

/** What a space looks like now. */
export function syncView({
  status,
  paused,
  waiting,
  storage,
  lapsed = false,
}: Pick<ShownSpace, "status" | "paused" | "waiting"> & {
  storage: Pick<ShownSpace["storage"], "kind">;
  /** The permission for the folder is gone, though nothing was tried since. */
  lapsed?: boolean;
}): SyncView {
  const { state, progress, checkedAt, retryAt } = status;
  const problem = lapsed ? { kind: "notAllowed" as const, count: 0 } : status.problem;
  const facts = { waiting, count: problem?.count ?? 0, progress, checkedAt, retryAt };
  if (paused) return { ...facts, words: "paused", tone: "wait", acts: ["resume"] };
  if (state === "syncing" && !lapsed) {
    // The button stays, so that who pressed it is not left without a place.
    return { ...facts, words: checkedAt === null ? "first" : "syncing", tone: "well", acts: ["now"] };
  }
  if (problem) {
    const { kind } = problem;
    const said = special[storage.kind][kind] ?? { words: kind, acts: actsOf[kind] };
    return { ...facts, ...said, tone: passing.has(kind) ? "wait" : "problem" };
  }
  if (checkedAt === null) return { ...facts, words: "first", tone: "well", acts: ["now"] };
  const words = waiting > 0 || state === "waiting" ? "sending" : "upToDate";
  return { ...facts, words, tone: "well", acts: ["now"] };
}

/** How much a clock is off, in the unit that a person would use. `null` where it is not worth a word. */
export function clockOff(
  aheadMs: number | null,
): { way: "ahead" | "behind"; unit: "minutes" | "hours" | "days"; amount: number } | null {
  if (aheadMs === null || Math.abs(aheadMs) <= worthAWordMs) return null;
  const way = aheadMs > 0 ? "ahead" : "behind";
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  if (minutes < 90) return { way, unit: "minutes", amount: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 36
    ? { way, unit: "hours", amount: hours }
    : { way, unit: "days", amount: Math.round(hours / 24) };
}

/** Clocks of computers differ, and a request takes its time. */
const worthAWordMs = 120_000;

/** The names of the words of a notice. */
export function noticeWords(
  notice: SyncNotice,
): "renamed" | "emptied" | "rolledBack" | "withheld" | "clockAhead" | "clockBehind" | "deleted" {
  if (notice.kind === "healed") return notice.how;
  if (notice.kind === "clock") return notice.aheadMs > 0 ? "clockAhead" : "clockBehind";
  return notice.kind;
}

const weekMs = 7 * 86_400_000;

/**
 * Whether the person is to be asked for the recovery code: once a week until they have said that they have it, and not in
 * the first hour, in which they were shown it.
 */
export function asksForCode(
  space: Pick<ShownSpace, "codeConfirmedAt" | "since"> | null,
  askedAt: Instant,
  now: Instant,
): boolean {
  if (!space || space.codeConfirmedAt !== null) return false;
  return now - space.since > 3_600_000 && now - askedAt > weekMs;
}
