import { watchQuery } from "@/lib/db/live-query.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { MilepostDb } from "@/lib/db/database.ts";

let replacedHere = false;

/** It is this page that brings other data in: it shows what it did, and goes on. */
export function replaceHere(): void {
  replacedHere = true;
}

/**
 * Calls when another window has brought other data in: the database is written under another name then, and what this
 * page holds open (a note under somebody's hands) was read from what is gone.
 */
export function onReplaced(db: MilepostDb, handle: () => void): void {
  let known: string | undefined;
  watchQuery(
    () => db.metaOf("identity"),
    (identity) => {
      const writer = identity?.writer;
      if (known !== undefined && writer !== known && !replacedHere) handle();
      known = writer ?? known;
    },
    (error) => reportError("identity", error),
  );
}
