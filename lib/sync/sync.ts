import { look } from "./look.ts";
import { forgetGone, pull } from "./pull.ts";
import { push } from "./push.ts";
import { newState } from "./replica.ts";
import { defaultLimits, type Session, type SyncLimits, type SyncPorts, type SyncReport } from "./session.ts";
import { isSnapshotDue, repair, takeSnapshot } from "./snapshot.ts";
import { StoreError } from "./store.ts";

export interface SyncOptions {
  /** The person was asked about an empty store and wants everything sent to it. */
  refillEmpty?: boolean;
  limits?: Partial<SyncLimits>;
}

/**
 * Brings this browser and the store in step. It may end anywhere, and the next time goes on from there. Two at once for
 * one space must be kept apart by the caller, across all contexts of the browser (a Web Lock).
 * @throws StoreError where the store does not do what is asked; what is written here is safe and waits
 * @throws whatever the replica throws, where the disk is full
 */
export async function sync(ports: SyncPorts, options: SyncOptions = {}): Promise<SyncReport> {
  const session = await begin(ports, options);
  const heads = await look(session);
  if (!heads) return session.report;
  if (isNew(session) && heads.length > 0) await repair(session);
  await push(session, heads);
  await pull(session, heads);
  if (session.state.missing.length > 0) await repair(session);
  if (session.state.missing.length > 0) await forgetGone(session, heads);
  if (isSnapshotDue(session)) await snapshot(session);
  return summary(session);
}

async function begin(ports: SyncPorts, { refillEmpty = false, limits }: SyncOptions): Promise<Session> {
  const stored = await ports.replica.readState();
  const writer = stored ? undefined : await ports.sealer.newWriter();
  return {
    ...ports,
    limits: { ...defaultLimits, ...limits },
    refillEmpty,
    state: stored ?? newState(writer?.writer ?? "", writer?.key),
    report: {
      sent: 0,
      received: 0,
      missing: 0,
      newer: 0,
      notOurs: 0,
      withheld: 0,
      healed: null,
      renamed: false,
      asksAboutEmpty: false,
      snapshotFailed: null,
      aheadMs: undefined,
    },
  };
}

/** Nothing was read yet: a snapshot is the short way to most of it. */
function isNew({ state }: Session): boolean {
  return Object.keys(state.heads).length === 0 && state.missing.length === 0 && state.tried.length === 0;
}

/** A snapshot makes reading shorter and the store smaller. Edits travel without it, so its failure is told and no more. */
async function snapshot(session: Session): Promise<void> {
  try {
    await takeSnapshot(session);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    session.report.snapshotFailed = error.failure;
  }
}

function summary({ state, report, gate }: Session): SyncReport {
  const withheld = Object.entries(state.seen)
    .filter(([writer]) => gate?.trusts(writer) !== false)
    .map(([writer, seq]) => Math.max(0, seq - (state.heads[writer]?.seq ?? 0)))
    .reduce((sum, each) => sum + each, 0);
  return {
    ...report,
    missing: state.missing.length,
    newer: state.missing.filter(({ why }) => why === "newer").length,
    withheld,
  };
}
