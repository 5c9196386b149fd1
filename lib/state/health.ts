import { watchQuery } from "@/lib/db/live-query.ts";
import {
  readCanary,
  readRecovery,
  setChecked,
  wasChecked,
  writeCanary,
  writeRecovery,
} from "@/lib/browser/health-store.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { tallyNow, vitalSigns } from "@/lib/db/health.ts";
import { hasSpace } from "@/lib/db/space.ts";
import {
  type Ailment,
  ailmentOf,
  type Canary,
  type Found,
  type Recovery,
  rowsIn,
} from "@/lib/domain/health.ts";
import { UserError, userErrorIn } from "@/lib/domain/user-error.ts";

/** The canary follows the tally at most this often. */
const canaryEveryMs = 1_000;
/** A database that has not opened by then is waited for no longer, by whoever must answer. */
const opensWithinMs = 4_000;

/** Its error where it does not open, `slow` while it neither opens nor fails. Tries anew where it failed before. */
export async function openProblem(db: MilepostDb): Promise<{ error: unknown } | "slow" | null> {
  if (db.isOpen()) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<"slow">((resolve) => {
    timer = setTimeout(() => resolve("slow"), opensWithinMs);
  });
  const opened = db.open().then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const outcome = await Promise.race([opened, slow]);
  clearTimeout(timer);
  return outcome;
}

/**
 * Looks whether the database holds what it held, once while the browser runs; where something was found to be wrong,
 * until the person has decided. What did not open is looked at again each time, and is well if all is there when it
 * does. Nobody writes the canary or takes a copy on its own before this has passed.
 * @throws UserError where the database must not be opened by this version, or there is no space on the disk to open it
 */
export function checkHealth(db: MilepostDb): Promise<Recovery | null> {
  return navigator.locks.request("milepost-health", async () => {
    const [known, checked] = await Promise.all([readRecovery(), wasChecked()]);
    if (known && known.kind !== "unopenable") return known;
    const problem = await openProblem(db);
    if (problem === "slow") return known;
    const canary = await readCanary();
    if (problem) {
      if (userErrorIn(problem.error)) throw problem.error;
      // What does not open on a full disk is not damaged for that.
      if (!known && !(await hasSpace())) throw new UserError("noSpace", { cause: problem.error });
      return known ?? found(db, "unopenable", canary, null);
    }
    if (!known && checked) return null;
    const signs = await vitalSigns(db);
    const ailment = ailmentOf(canary, signs) ?? ((await isForgotten(db, canary, signs)) ? "emptied" : null);
    if (ailment) return found(db, ailment, canary, signs);
    if (known) await writeRecovery(null);
    await setChecked(true);
    return null;
  });
}

/** Nothing here, and nothing known of anything, but copies were taken: both were lost at once. */
async function isForgotten(db: MilepostDb, canary: Canary | null, signs: Found): Promise<boolean> {
  if (canary || signs.dbId !== null || rowsIn(signs.counts) > 0) return false;
  const { listSnapshots } = await import("@/lib/db/snapshots.ts");
  return (await listSnapshots(db)).length > 0;
}

async function found(
  db: MilepostDb,
  kind: Ailment,
  expected: Canary | null,
  signs: Found | null,
): Promise<Recovery> {
  const recovery: Recovery = { kind, foundAt: db.now(), expected, found: signs };
  await writeRecovery(recovery);
  return recovery;
}

/** May the canary be written and copies be taken on their own? */
export async function isHealthy(): Promise<boolean> {
  const [checked, recovery] = await Promise.all([wasChecked(), readRecovery()]);
  return checked && !recovery;
}

/** Tells the canary what there is now, if the database was found to be well. */
export function keepCanary(db: MilepostDb): Promise<void> {
  return navigator.locks.request("milepost-canary", () => tellCanary(db));
}

/** Keeps the canary up to date for as long as the page lives. */
export function followTally(db: MilepostDb): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  watchQuery(
    () => db.metaOf("tally"),
    (tally) => {
      if (!tally) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        keepCanary(db).catch((error: unknown) => reportError("canary", error));
      }, canaryEveryMs);
    },
    (error) => reportError("canary", error),
  );
}

/**
 * Does something that takes rows away on purpose. The canary expects fewer while it lasts, so that being cut off in
 * the middle is not taken for a loss.
 */
export function whileFewer<T>(db: MilepostDb, doing: () => Promise<T>): Promise<T> {
  return navigator.locks.request("milepost-canary", async () => {
    const canary = await readCanary();
    if (canary) await writeCanary({ ...canary, loose: true });
    try {
      return await doing();
    } finally {
      await tellCanary(db);
    }
  });
}

/** The person has decided: what is there now is what there is. */
export async function settleRecovery(db: MilepostDb): Promise<void> {
  await navigator.locks.request("milepost-canary", async () => {
    const now = await vitalSigns(db);
    await setChecked(true);
    await writeCanary({ ...now, at: db.now() });
    await writeRecovery(null);
  });
}

async function tellCanary(db: MilepostDb): Promise<void> {
  if (!(await isHealthy())) return;
  const [canary, now] = await Promise.all([readCanary(), tallyNow(db)]);
  if (!now) return;
  // The browser can lose a store while it runs: what knew of it must not be made to forget. Counted only on suspicion.
  if (ailmentOf(canary, now)) {
    const signs = await vitalSigns(db);
    const ailment = ailmentOf(canary, signs);
    if (ailment) {
      await found(db, ailment, canary, signs);
      return;
    }
  }
  await writeCanary({ ...now, at: db.now() });
}
