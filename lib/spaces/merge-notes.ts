import type { Change } from "@/lib/domain/change.ts";
import { compareStamps, type Stamp } from "@/lib/domain/hlc.ts";
import { overtakes } from "@/lib/domain/merge.ts";
import { fingerprintOf } from "@/lib/formats/fingerprint.ts";
import { mergeLines } from "@/lib/formats/line-merge.ts";
import { ancestorsOf, keyOf } from "./forks.ts";
import { unknownDeed } from "./ops.ts";

/** An edit of a text and the edits that it had seen last: those that it overwrote, or puts together. */
interface Edit {
  key: string;
  change: Change;
  text: string;
  parents: readonly string[];
}

/**
 * A note that was written in two browsers at once: what the text that stands has not seen is put into it, each edit of a
 * person once, by an edit that says which. Several browsers do that by themselves. Where they know the same they make the
 * same edit, down to its stamp; where they do not, all that counts is whose words are in it, so there is an end to it.
 * @param log all that is known of the row
 * @returns what is to be added to the log, each on top of the one before
 */
export function mergesOfText(log: readonly Change[]): Change[] {
  const edits = new Map(log.flatMap((change) => editOf(change) ?? []).map((edit) => [edit.key, edit]));
  const overwritten = new Set([...edits.values()].flatMap(({ parents }) => parents));
  const ends = [...edits.values()].filter(({ key }) => !overwritten.has(key));
  if (ends.length < 2) return [];
  let stands = ends.reduce((best, each) => (wins(each, best) ? each : best));
  const made: Change[] = [];
  for (const other of unseenBy(edits, stands)) {
    const base = baseOf(edits, stands, other);
    if (base === undefined) continue;
    const change = mergeOf(stands.change, other.change, mergeLines(base, stands.text, other.text));
    const merged = editOf(change);
    if (!merged) continue;
    edits.set(merged.key, merged);
    made.push(change);
    stands = merged;
  }
  return made;
}

function editOf(change: Change): Edit | undefined {
  const { patch, base, merges = [], stamp } = change;
  const { text } = patch;
  if (typeof text !== "string") return undefined;
  const seen = base["text"];
  const parents = [...(seen ? [seen] : []), ...merges].map(keyOf);
  return { key: keyOf(stamp), change, text, parents };
}

function wins({ change, text }: Edit, other: Edit): boolean {
  return overtakes(change.stamp, text, other.change.stamp, other.text);
}

const isPersons = ({ change }: Edit): boolean => change.merges === undefined;

/** What persons wrote that is not in a text, the last edit of each branch, by time. */
function unseenBy(edits: ReadonlyMap<string, Edit>, stands: Edit): Edit[] {
  const seen = ancestorsOf(edits, stands.key);
  const unseen = [...edits.values()].filter(
    (edit) => isPersons(edit) && edit.change.did !== unknownDeed && !seen.has(edit.key),
  );
  const earlier = new Set(
    unseen.flatMap((edit) => [...ancestorsOf(edits, edit.key)].filter((key) => key !== edit.key)),
  );
  return unseen
    .filter(({ key }) => !earlier.has(key))
    .toSorted((a, b) => compareStamps(a.change.stamp, b.change.stamp));
}

/**
 * The latest text that `other` began with and that is wholly in what stands: all of its persons' edits are.
 * @returns the empty text where it began with nothing, `undefined` where that is not known
 */
function baseOf(edits: ReadonlyMap<string, Edit>, stands: Edit, other: Edit): string | undefined {
  const seen = ancestorsOf(edits, stands.key);
  const known = new Map<string, boolean>();
  const isIn = (key: string): boolean => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const edit = edits.get(key);
    const is = edit && !isPersons(edit) ? edit.parents.every(isIn) : seen.has(key);
    known.set(key, is);
    return is;
  };
  const ancestors = [...ancestorsOf(edits, other.key)].filter((key) => key !== other.key);
  let base: Edit | undefined;
  for (const key of ancestors) {
    const edit = edits.get(key);
    if (!edit) return undefined;
    if (isIn(key) && (!base || compareStamps(edit.change.stamp, base.change.stamp) > 0)) base = edit;
  }
  return base?.text ?? "";
}

function mergeOf(stands: Change, other: Change, text: string): Change {
  const { table, id, space, author, at, did } = stands;
  // What was put together, and how, is its name: the same edit where it is the same, and another one where it is not.
  const name = `merge.${fingerprintOf([stands.stamp, other.stamp, text])}`;
  const stamp: Stamp = [stands.stamp[0], stands.stamp[1] + 1, name];
  return {
    table,
    id,
    space,
    author,
    did,
    at: Math.max(at, other.at),
    act: stamp.join("."),
    patch: { text },
    stamp,
    base: { text: stands.stamp },
    merges: [other.stamp],
  };
}
