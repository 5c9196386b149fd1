import type { Change } from "@/lib/domain/change.ts";
import { compareStamps, type Stamp } from "@/lib/domain/hlc.ts";
import { overtakes } from "@/lib/domain/merge.ts";
import { unknownDeed } from "./ops.ts";

/** An edit of one field, and which of the same field it overwrote. */
interface Edit {
  change: Change;
  value: unknown;
  parents: readonly string[];
}

/** Two edits of one field, neither having seen the other. */
export interface Fork {
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
  const edits = new Map<string, Edit>();
  for (const change of log) {
    if (!Object.hasOwn(change.patch, field)) continue;
    const seen = change.base[field];
    const parents = [...(seen ? [seen] : []), ...(change.merges ?? [])].map(keyOf);
    edits.set(keyOf(change.stamp), { change, value: change.patch[field], parents });
  }
  const overwritten = new Set([...edits.values()].flatMap(({ parents }) => parents));
  const ends = [...edits].filter(([key]) => !overwritten.has(key)).map(([, edit]) => edit);
  const [first, ...rest] = ends;
  if (!first || rest.length === 0) return [];
  const winner = ends.reduce((best, each) => (wins(each, best) ? each : best), first);
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

function wins(edit: Edit, other: Edit): boolean {
  return overtakes(edit.change.stamp, edit.value, other.change.stamp, other.value);
}

/** What stood on the winner's side right after its way parted from the loser's. */
function keptOf(edits: ReadonlyMap<string, Edit>, winner: Edit, loser: Edit): unknown {
  const theirs = ancestorsOf(edits, keyOf(loser.change.stamp));
  let kept = winner;
  for (let step: Edit | undefined = winner; step && !theirs.has(keyOf(step.change.stamp));) {
    kept = step;
    step = edits.get(step.parents[0] ?? "");
  }
  return kept.value;
}

/** The keys of all that an edit had seen, itself among them. */
export function ancestorsOf(
  edits: ReadonlyMap<string, { parents: readonly string[] }>,
  edit: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  const wanted = [edit];
  for (let key = wanted.pop(); key !== undefined; key = wanted.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    wanted.push(...(edits.get(key)?.parents ?? []));
  }
  return found;
}

export function keyOf([ms, counter, writer]: Stamp): string {
  return `${ms}/${counter}/${writer}`;
}
