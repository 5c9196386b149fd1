import type { Change } from "@/lib/domain/change.ts";
import { compareStamps, type Stamp } from "@/lib/domain/hlc.ts";
import { fingerprintOf } from "@/lib/formats/fingerprint.ts";
import { mergeLines } from "@/lib/formats/line-merge.ts";
import { ancestorsOf, type Edit, editOf, editsOf, endsOf, winnerOf } from "./forks.ts";
import { unknownDeed } from "./ops.ts";

/**
 * A note that was written in two browsers at once: what the text that stands has not seen is put into it, each edit of a
 * person once, by an edit that says which. Several browsers do that by themselves. Where they know the same they make the
 * same edit, down to its stamp; where they do not, all that counts is whose words are in it, so there is an end to it.
 * @param log all that is known of the row
 * @returns what is to be added to the log, each on top of the one before
 */
export function mergesOfText(log: readonly Change[]): Change[] {
  const edits = editsOf(
    log.filter(({ patch }) => typeof patch["text"] === "string"),
    "text",
  );
  const ends = endsOf(edits);
  let stands = winnerOf(ends);
  if (!stands || ends.length < 2) return [];
  const made: Change[] = [];
  for (const other of unseenBy(edits, stands)) {
    const base = baseOf(edits, stands, other);
    if (base === undefined) continue;
    const change = mergeOf(stands.change, other.change, mergeLines(base, textOf(stands), textOf(other)));
    made.push(change);
    stands = editOf(change, "text");
    edits.set(stands.key, stands);
  }
  return made;
}

const textOf = ({ value }: Edit): string => (typeof value === "string" ? value : "");

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
  return base ? textOf(base) : "";
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
