import type { Change } from "@/lib/domain/change.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { mergeTexts } from "@/lib/formats/text-merge.ts";
import { forksOf } from "./forks.ts";

/**
 * A note that was written in two browsers at once: the texts are put together, by an edit that every browser makes alike,
 * down to its stamp, so that it is one edit wherever it is made.
 * @param log all that is known of the row
 * @returns what is to be added to the log, each on top of the one before; nothing where all is one already
 */
export function mergesOfText(log: readonly Change[]): Change[] {
  const made: Change[] = [];
  // Each makes one of two ends, so there is an end to it.
  while (true) {
    const known = [...log, ...made];
    const fork = forksOf(known, "text").find(({ base }) => base !== undefined);
    if (!fork) return made;
    const { base, winner, loser } = fork;
    const [text, theirs] = [winner.patch["text"], loser.patch["text"]];
    const start = base?.value ?? "";
    if (typeof text !== "string" || typeof theirs !== "string" || typeof start !== "string") return made;
    made.push(mergeOf(winner, loser, mergeTexts(start, text, theirs).text));
  }
}

function mergeOf(winner: Change, loser: Change, text: string): Change {
  const { table, id, space, author, at, did } = winner;
  const name = loser.stamp.join(".");
  const stamp: Stamp = [winner.stamp[0], winner.stamp[1] + 1, name];
  return {
    table,
    id,
    space,
    author,
    did,
    at: Math.max(at, loser.at),
    act: `merge.${stamp.join(".")}`,
    patch: { text },
    stamp,
    base: { text: winner.stamp },
    merges: [loser.stamp],
  };
}
