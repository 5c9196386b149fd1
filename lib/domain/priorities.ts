import type { Change } from "./change.ts";
import type { Instant } from "./envelope.ts";
import { historyOf } from "./history.ts";

/** What mattered to somebody, and from when until when. */
export interface Priorities {
  text: string;
  since: Instant;
  until: Instant;
}

/** A change within this time corrects what was just written, and leaves nothing behind. */
const correctionMs = 10 * 60_000;

/**
 * What mattered to somebody before, the latest first, as the change log of their row tells it. What was taken back since
 * was never so.
 */
export function earlierPriorities(log: readonly Change[]): Priorities[] {
  const said = historyOf(log, (field) => field === "priorities")
    .filter((entry) => !entry.undone && !entry.tookBack)
    .flatMap((entry) => entry.fields.map(({ after }) => ({ at: entry.at, text: textOf(after) })))
    .toReversed();
  return said
    .flatMap(({ at, text }, index): Priorities[] => {
      const until = said[index + 1]?.at;
      return until !== undefined && text && until - at >= correctionMs ? [{ text, since: at, until }] : [];
    })
    .toReversed();
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
