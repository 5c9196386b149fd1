import { liveQuery } from "dexie";
import { wake } from "@/lib/browser/messages.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { afterQuiet } from "./after-quiet.ts";

/** While a page stands open, others' changes are asked for this often: nothing wakes a background for them. */
const askEveryMs = 60_000;

/**
 * Wakes the background for what is written on this page, as for notes nobody else does, and for what others wrote; only
 * where a storage is set up. For as long as the page lives.
 */
export function followEdits(db: MilepostDb): void {
  let isSetUp = false;
  const call = (): void => {
    if (isSetUp) void wake({ kind: "sync" });
  };
  const callSoon = afterQuiet(call);
  liveQuery(() => Promise.all([db.spaces.count(), db.metaOf("clock")])).subscribe({
    next: ([spaces]) => {
      isSetUp = spaces > 0;
      if (isSetUp) callSoon();
    },
    error: (error) => reportError("sync", error),
  });
  document.addEventListener("visibilitychange", call);
  window.addEventListener("online", call);
  setInterval(() => {
    if (document.visibilityState === "visible") call();
  }, askEveryMs);
}
