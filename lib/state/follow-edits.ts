import { watchQuery } from "@/lib/db/live-query.ts";
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
  let known = "";
  const call = (): void => {
    if (isSetUp) void wake({ kind: "sync" });
  };
  const callSoon = afterQuiet(call);
  watchQuery(
    () => Promise.all([db.spaces.count(), db.metaOf("clock")]),
    ([spaces, clock]) => {
      isSetUp = spaces > 0;
      const last = `${spaces} ${clock?.last.join(" ")}`;
      // What a look itself writes (how much was asked for) must not lead to the next.
      if (isSetUp && last !== known) callSoon();
      known = last;
    },
    (error) => reportError("sync", error),
  );
  document.addEventListener("visibilitychange", call);
  window.addEventListener("online", call);
  setInterval(() => {
    if (document.visibilityState === "visible") call();
  }, askEveryMs);
}
