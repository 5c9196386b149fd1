import type { Change } from "@/lib/domain/change.ts";
import { compareStamps, type Stamp } from "@/lib/domain/hlc.ts";
import { overtakes } from "@/lib/domain/merge.ts";
import { unknownDeed } from "./ops.ts";

/** An edit of one field, and those of the same field that it had seen last: that it overwrote, or puts together. */
export interface Edit {
  key: string;
  change: Change;
  value: unknown;
  parents: readonly string[];
}

/** Two edits of one field, neither having seen the other. */
interface Fork {
  /** The edit that stands. */
  winner: Change;
  /** The end of the branch that does not. */
  loser: Change;
  stands: unknown;
  /** What stood on the winning side right after they parted. */
  kept: unknown;
  lost: unknown;
}

/**
 * The edits of a field that are not seen by any other, besides the one that stands. They follow from the edits alone, in
 * whatever order these came, so every browser finds the same.
 * @param log all that is known of one row
 */
export function forksOf(log: readonly Change[], field: string): Fork[] {
  const edits = editsOf(log, field);
  const ends = endsOf(edits);
  const winner = winnerOf(ends);
  if (!winner) return [];
  return ends
    .filter((each) => each !== winner && each.change.did !== unknownDeed)
    .toSorted((a, b) => compareStamps(a.change.stamp, b.change.stamp))
    .map((loser) => ({
      winner: winner.change,
      loser: loser.change,
      stands: winner.value,
      lost: loser.value,
      kept: keptOf(edits, winner, loser),
    }));
}

/** The edits of a field, by their keys. */
export function editsOf(log: readonly Change[], field: string): Map<string, Edit> {
  const edits = log.filter(({ patch }) => Object.hasOwn(patch, field)).map((change) => editOf(change, field));
  return new Map(edits.map((edit) => [edit.key, edit]));
}

export function editOf(change: Change, field: string): Edit {
  const { base, merges = [], patch, stamp } = change;
  const seen = base[field];
  const parents = [...(seen ? [seen] : []), ...merges].map(keyOf);
  return { key: keyOf(stamp), change, value: patch[field], parents };
}

/** The last edit of each branch. */
export function endsOf(edits: ReadonlyMap<string, Edit>): readonly Edit[] {
  const overwritten = new Set([...edits.values()].flatMap(({ parents }) => parents));
  return [...edits.values()].filter(({ key }) => !overwritten.has(key));
}

/** The one that stands. */
export function winnerOf(ends: readonly Edit[]): Edit | undefined {
  return ends.reduce<Edit | undefined>((best, each) => (!best || wins(each, best) ? each : best), undefined);
}

function wins(edit: Edit, other: Edit): boolean {
  return overtakes(edit.change.stamp, edit.value, other.change.stamp, other.value);
}

/** What stood on the winner's side right after its way parted from the loser's. */
function keptOf(edits: ReadonlyMap<string, Edit>, winner: Edit, loser: Edit): unknown {
  const theirs = ancestorsOf(edits, loser.key);
  let kept = winner;
  for (let step: Edit | undefined = winner; step && !theirs.has(step.key);) {
    kept = step;
    step = edits.get(step.parents[0] ?? "");
  }
  return kept.value;
}

/** The keys of all that an edit had seen, itself among them. */
export function ancestorsOf(edits: ReadonlyMap<string, Edit>, edit: string): ReadonlySet<string> {
  const found = new Set<string>();
  const wanted = [edit];
  for (let key = wanted.pop(); key !== undefined; key = wanted.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    wanted.push(...(edits.get(key)?.parents ?? []));
  }
  return found;
}

function keyOf([ms, counter, writer]: Stamp): string {
  return `${ms}/${counter}/${writer}`;
}
