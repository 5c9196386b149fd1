import { signal } from "@preact/signals";
import { browserKind } from "@/lib/browser/about.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { Integrity } from "@/lib/db/integrity.ts";
import { db } from "./database.ts";

/** Where the data is kept, and how safely. */
export interface Keeping {
  /** How many copies there are, and when the newest was taken, epoch ms. */
  copies: number;
  lastCopyAt: number | null;
  /** All that is kept in this browser, copies included. */
  bytes: number;
  /** The browser has promised not to clear it away by itself. */
  persisted: boolean;
}

/** A look through all data, when it is asked for. */
export function createIntegrity() {
  const report = signal<Integrity | null>(null);
  const keeping = signal<Keeping | null>(null);
  /** From 0 to 1 while it looks. */
  const progress = signal<number | null>(null);
  const failed = signal(false);
  let stop = new AbortController();

  const look = async (): Promise<void> => {
    const { listSnapshots } = await import("@/lib/db/snapshots.ts");
    const [snapshots, { usage }, persisted] = await Promise.all([
      listSnapshots(db),
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    keeping.value = {
      copies: snapshots.length,
      lastCopyAt: snapshots[0]?.takenAt ?? null,
      bytes: usage ?? 0,
      persisted,
    };
  };

  return {
    report,
    keeping,
    progress,
    failed,
    /** Firefox promises it when it is asked; Chromium never clears what an extension keeps, and does not say so. */
    mayPersist: browserKind === "firefox",
    async check(): Promise<void> {
      if (progress.peek() !== null) return;
      progress.value = 0;
      failed.value = false;
      stop = new AbortController();
      const { signal: aborted } = stop;
      try {
        const { checkIntegrity } = await import("@/lib/db/integrity.ts");
        const { whileFewer } = await import("./health.ts");
        report.value = await whileFewer(db, () =>
          checkIntegrity(db, {
            signal: aborted,
            onProgress(done) {
              progress.value = done;
            },
          }),
        );
        await look();
      } catch (error) {
        if (!aborted.aborted) {
          reportError("integrity", error);
          failed.value = true;
        }
      } finally {
        progress.value = null;
      }
    },
    cancel(): void {
      stop.abort();
    },
    async persist(): Promise<void> {
      try {
        await navigator.storage.persist();
        await look();
      } catch (error) {
        reportError("persist", error);
      }
    },
  };
}

export type IntegrityModel = ReturnType<typeof createIntegrity>;
