import { appVersion } from "@/lib/browser/about.ts";
import { setCopied, wasCopied } from "@/lib/browser/health-store.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { settingRows } from "@/lib/browser/setting-rows.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { lastStamp } from "@/lib/db/log.ts";
import type { SnapshotAbout } from "@/lib/db/snapshots.ts";
import type { SnapshotReason } from "@/lib/domain/rotation.ts";
import { isHealthy } from "./health.ts";

/** A page looks this often whether a copy is due; the background does at each of its wakes. */
const lookEveryMs = 10 * 60_000;

/** What a copy holds beside the database. */
export async function snapshotAbout(): Promise<SnapshotAbout> {
  return { app: appVersion(), settings: await settingRows() };
}

/** Copies all data now. */
export async function copyNow(db: MilepostDb, why: SnapshotReason): Promise<void> {
  const { listSnapshots, takeSnapshot } = await import("@/lib/db/snapshots.ts");
  if (why === "upgrade") {
    // An upgrade that is cut off or fails is tried again and again; nothing is written in between.
    const [last, copies] = await Promise.all([lastStamp(db), listSnapshots(db)]);
    if (copies.some((copy) => copy.why === why && copy.takenAt >= (last?.[0] ?? 0))) return;
  }
  await takeSnapshot(db, why, await snapshotAbout());
}

/**
 * Copies all data if it is time, and never what is not known to be well: it would push out what is. At the start of the
 * browser it is always time: a log that was torn by a full disk is read then, and taken for damage at the next start.
 */
export async function copyIfDue(db: MilepostDb): Promise<void> {
  if (!(await isHealthy())) return;
  const { snapshotIfDue } = await import("@/lib/db/snapshots.ts");
  await snapshotIfDue(db, snapshotAbout, { atOnce: !(await wasCopied()) });
  await setCopied();
}

/** Goes on looking whether a copy is due, for as long as the page lives, above all when it may be closed soon. */
export function keepCopying(db: MilepostDb): void {
  const look = (): void => {
    copyIfDue(db).catch((error: unknown) => reportError("snapshot", error));
  };
  look();
  setInterval(look, lookEveryMs);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") look();
  });
}
