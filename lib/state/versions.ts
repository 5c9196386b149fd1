import { signal } from "@preact/signals";
import type { MilepostDb } from "@/lib/db/database.ts";
import { failure } from "./failure.ts";

/** The data is being brought to a new version, here or in another window, and is waited for. */
export const updating = signal(false);

/** An opening that takes this long is told. */
const patientMs = 800;

/**
 * Watches what happens to the database between versions: a wait is told and ends by itself; a page whose code is older
 * than what another window made of the data lets go of it and says so.
 */
export function watchVersions(db: MilepostDb): void {
  const timer = setTimeout(() => {
    updating.value = true;
  }, patientMs);
  db.on("blocked", () => {
    updating.value = true;
  });
  const opened = (): void => {
    clearTimeout(timer);
    updating.value = false;
  };
  db.open().then(opened, opened);
  db.on("versionchange", (event) => {
    // Somebody clears the data of the browser: there is nothing newer to make way for.
    if (event.newVersion === null) return;
    // For good, unlike Dexie itself: this code must not write what it does not know.
    db.close();
    failure.value = "mustReload";
  });
}
