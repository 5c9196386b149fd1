import { watchQuery } from "@/lib/db/live-query.ts";
import { isBehind } from "@/lib/db/search-marks.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { MilepostDb } from "@/lib/db/database.ts";

/** After this pause what was left to quiet moments is indexed; longer than what counts as quiet. */
const pauseMs = 6_000;

/** Indexes what waits for it, as long as this page lives: see `catchUp`. What fails is tried again at the next write. */
export function keepIndexing(db: MilepostDb): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = async (): Promise<void> => {
    const { catchUp } = await import("@/lib/db/search-catch-up.ts");
    await catchUp(db);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work().catch((error: unknown) => reportError("search", error));
    }, pauseMs);
  };
  // The first pause begins with the page: it must open at once.
  later();
  watchQuery(
    () => isBehind(db),
    (isWaiting) => {
      if (isWaiting) later();
    },
    (error) => reportError("search", error),
  );
}
