import { onRecoveryChange } from "@/lib/browser/health-store.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { comeHome } from "./coming-home.ts";
import { db } from "./database.ts";
import { checkHealth, followTally, isHealthy } from "./health.ts";
import { keepCopying } from "./snapshots.ts";
import { trouble } from "./trouble.ts";

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
    if (recovery) trouble.value = recovery;
    // Decided in another window: what this one shows was read from what is gone.
    else if (trouble.peek() && !decidedHere) location.reload();
  });
  checkHealth(db)
    .then(async (found) => {
      trouble.value = found;
      if (!(await isHealthy())) return;
      followTally(db);
      if (copying) keepCopying(db);
      await comeHome(db);
    })
    .catch((error: unknown) => {
      // That it is too new for us is told where it is read.
      trouble.value ??= null;
      reportError("health", error);
    });
}
