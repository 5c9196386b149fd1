import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import type { SyncEvent, SyncNotice, SyncProblem, SyncProblemKind, SyncStatus } from "@/lib/domain/space.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import type { SyncReport } from "@/lib/sync/session.ts";
import { StoreError } from "@/lib/sync/store.ts";
import { addEvents } from "./events.ts";
import { dropOldConflicts } from "./keep-conflicts.ts";
import { problemKindOf } from "./problem-kind.ts";
import type { SpacePorts } from "./reach.ts";
import { SpaceStopped } from "./replica.ts";

export const minuteMs = 60_000;
export const longestWaitMs = 60 * minuteMs;
/** A clock that is off by more is worth a word. */
const largeSkewMs = 2 * minuteMs;
/** What cannot be read so long is worth a word. */
const longMissingMs = 24 * 60 * minuteMs;

export async function keepStatus(db: MilepostDb, id: string, change: Partial<SyncStatus>): Promise<void> {
  await db.transaction("rw", db.spaces, async () => {
    const row = await db.spaces.get(id);
    if (row) await db.spaces.put({ ...row, status: { ...row.status, ...change } });
  });
}

/** What came of a sync that ended well, for the person and for the log. */
export async function keepSuccess(
  db: MilepostDb,
  id: string,
  { now: clock }: SpacePorts,
  report: SyncReport,
): Promise<void> {
  const now = clock();
  await db.transaction("rw", [db.spaces, db.syncEvents, db.conflicts, db.foreign], async () => {
    const row = await db.spaces.get(id);
    if (!row) return;
    const problem = problemIn(row, report, now);
    const events: SyncEvent[] = [];
    const at = now;
    if (report.sent + report.received > 0)
      events.push({ at, space: id, kind: "synced", sent: report.sent, received: report.received });
    if (report.healed) events.push({ at, space: id, kind: "healed", how: report.healed });
    if (report.renamed) events.push({ at, space: id, kind: "renamed" });
    if (problem && problem.kind !== row.status.problem?.kind)
      events.push({ at, space: id, kind: "problem", problem: problem.kind });
    await addEvents(db, events);
    await dropOldConflicts(db);
    await db.spaces.put({
      ...row,
      failures: 0,
      status: {
        ...row.status,
        state: problem ? "problem" : "idle",
        checkedAt: report.asksAboutEmpty ? row.status.checkedAt : now,
        problem,
        retryAt: null,
        progress: null,
        notices: noticesAfter(db, row.status.notices, report, now),
      },
    });
  });
}

function problemIn(row: SpaceRow, report: SyncReport, now: number): SyncProblem | null {
  const { missing = [] } = (row.state as SpaceState | undefined) ?? {};
  const long = missing.filter(({ since, why }) => why !== "newer" && now - since >= longMissingMs);
  if (report.asksAboutEmpty) return problemOf(row, "asksAboutEmpty", now);
  if (report.notOurs > 0) return problemOf(row, "notStorage", now);
  if (report.newer > 0) return problemOf(row, "newer", now, report.newer);
  if (long.length > 0) return problemOf(row, "missing", now, long.length);
  if (report.snapshotFailed === "full") return problemOf(row, "full", now);
  return null;
}

function problemOf({ status }: SpaceRow, kind: SyncProblemKind, now: number, count?: number): SyncProblem {
  const since = status.problem?.kind === kind ? status.problem.since : now;
  return { kind, since, ...(count === undefined ? {} : { count }) };
}

/** What is true only as long as it lasts takes the place of what was said of it before. */
function noticesAfter(
  db: MilepostDb,
  before: readonly SyncNotice[],
  { renamed, received, healed, withheld, aheadMs }: SyncReport,
  at: number,
): readonly SyncNotice[] {
  const known = (kind: SyncNotice["kind"]): string =>
    before.find((each) => each.kind === kind)?.id ?? db.newId();
  const lasting = before.filter(({ kind }) => kind !== "withheld" && kind !== "clock");
  const isOff = aheadMs !== undefined && Math.abs(aheadMs) > largeSkewMs;
  return [
    ...lasting,
    ...(renamed ? [{ id: db.newId(), at, kind: "renamed" as const, count: received }] : []),
    ...(healed ? [{ id: db.newId(), at, kind: "healed" as const, how: healed }] : []),
    ...(withheld > 0 ? [{ id: known("withheld"), at, kind: "withheld" as const, count: withheld }] : []),
    ...(isOff ? [{ id: known("clock"), at, kind: "clock" as const, aheadMs }] : []),
  ];
}

/** Why a sync did not end well, and when it is tried again. */
export async function keepFailure(
  db: MilepostDb,
  id: string,
  ports: SpacePorts,
  error: unknown,
): Promise<void> {
  if (error instanceof SpaceStopped) return;
  const kind = problemKindOf(error);
  if (kind === "failed") ports.report(error);
  const now = ports.now();
  await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
    const row = await db.spaces.get(id);
    if (!row) return;
    const failures = row.failures + 1;
    const asked = error instanceof StoreError ? (error.retryAfterMs ?? 0) : 0;
    const wait = Math.min(longestWaitMs, Math.max(asked, minuteMs * 2 ** (failures - 1)));
    if (row.status.problem?.kind !== kind)
      await addEvents(db, [{ at: now, space: id, kind: "problem", problem: kind }]);
    const isPassing = kind === "offline" || kind === "busy";
    await db.spaces.put({
      ...row,
      failures,
      status: {
        ...row.status,
        state: isPassing ? "waiting" : "problem",
        problem: problemOf(row, kind, now),
        retryAt: now + wait,
        progress: null,
      },
    });
  });
}
