import { onRecoveryChange } from "@/lib/browser/health-store.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { userErrorIn } from "@/lib/domain/user-error.ts";
import { comeHome } from "./coming-home.ts";
import { db } from "./database.ts";
import { failure } from "./failure.ts";
import { checkHealth, followTally, isHealthy } from "./health.ts";
import { followEdits } from "./follow-edits.ts";
import { keepIndexing } from "./index-keeping.ts";
import { onReplaced } from "./replaced.ts";
import { keepCopying } from "./snapshots.ts";
import { appStays, trouble } from "./trouble.ts";

/** Whether there is space on the disk again is looked at this often. */
const spaceEveryMs = 5_000;

let started = false;
let decidedHere = false;

/** It is this page that decides: it goes on by itself when it has said what it did. */
export function decideHere(): void {
  decidedHere = true;
}

/**
 * Looks after the data for as long as the page lives. To be called when the page has been drawn.
 * @param copying whether it also takes copies, which a page that is closed at any moment leaves to others
 */
export function startLookingAfter(copying: boolean): void {
  if (started) return;
  started = true;
  onRecoveryChange((recovery) => {
    if (recovery || appStays.peek()) trouble.value = recovery;
    // Decided in another window: what this one shows was read from what is gone.
    else if (trouble.peek() && !decidedHere) location.reload();
  });
  const look = async (): Promise<void> => {
    trouble.value = await checkHealth(db);
    if (failure.peek() === "noSpace") failure.value = null;
    if (!(await isHealthy())) return;
    followTally(db);
    if (copying) onReplaced(db, () => location.reload());
    if (copying) keepCopying(db);
    if (copying) keepIndexing(db);
    if (copying) followEdits(db);
    await comeHome(db);
  };
  const lookNow = (): void => {
    look().catch((error: unknown) => {
      trouble.value ??= null;
      // That it is too new for us is told where it is read.
      if (userErrorIn(error)?.code !== "noSpace") {
        reportError("health", error);
        return;
      }
      failure.value = "noSpace";
      setTimeout(lookNow, spaceEveryMs);
    });
  };
  lookNow();
}
