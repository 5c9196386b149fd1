import { diffArrays } from "diff";
import { mergeTexts } from "./text-merge.ts";

/** Shorter lines may well be written twice. */
const leastOnce = 8;

/** Lines `from` up to `to` of the text before, and what stands in their place. */
interface LineEdit {
  from: number;
  to: number;
  lines: string[];
}

/** Lines of the text before where anything changed, by one side or by both. */
interface Place {
  from: number;
  to: number;
  mine: LineEdit[];
  theirs: LineEdit[];
}

/**
 * Puts two versions of a text together that were written apart for long: line by line, so that lines which begin or end
 * alike stay whole. Where both changed one line that is done word by word, as between two windows.
 * @param base the text that both began with
 */
export function mergeLines(base: string, mine: string, theirs: string): string {
  const before = base.split("\n");
  const merged: string[] = [];
  let at = 0;
  const own = editsOf(before, mine);
  const other = withoutTwice(editsOf(before, theirs), own);
  for (const place of placesOf(own, other)) {
    merged.push(...before.slice(at, place.from));
    const [my, their] = [applied(before, place, place.mine), applied(before, place, place.theirs)];
    merged.push(...together(before.slice(place.from, place.to), my, their, place));
    at = place.to;
  }
  merged.push(...before.slice(at));
  return merged.join("\n");
}

/** What is new on both sides, word for word, was written once and came two ways: it stays where it stands in mine. */
function withoutTwice(theirs: readonly LineEdit[], mine: readonly LineEdit[]): LineEdit[] {
  const known = new Set(mine.flatMap(({ lines }) => lines));
  return theirs.map((edit) => ({
    ...edit,
    lines: edit.lines.filter((line) => line.trim().length < leastOnce || !known.has(line)),
  }));
}

function editsOf(before: string[], text: string): LineEdit[] {
  const edits: LineEdit[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays(before, text.split("\n"))) {
    const last = edits.at(-1);
    const goesOn = last?.to === at ? last : undefined;
    if (!added && !removed) {
      at += value.length;
      continue;
    }
    const edit = goesOn ?? { from: at, to: at, lines: [] };
    if (!goesOn) edits.push(edit);
    if (added) edit.lines.push(...value);
    else edit.to = at += value.length;
  }
  return edits;
}

function placesOf(mine: readonly LineEdit[], theirs: readonly LineEdit[]): Place[] {
  const all = [
    ...mine.map((edit) => ({ edit, side: "mine" as const })),
    ...theirs.map((edit) => ({ edit, side: "theirs" as const })),
  ].toSorted((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to);
  const places: Place[] = [];
  for (const { edit, side } of all) {
    let place = places.at(-1);
    const meets = place && (edit.from < place.to || (edit.from === place.from && edit.to === place.to));
    if (!place || !meets) {
      place = { from: edit.from, to: edit.to, mine: [], theirs: [] };
      places.push(place);
    }
    place.to = Math.max(place.to, edit.to);
    place[side].push(edit);
  }
  return places;
}

/** The lines of a place after the edits of one side. */
function applied(before: readonly string[], { from, to }: Place, edits: readonly LineEdit[]): string[] {
  const lines: string[] = [];
  let at = from;
  for (const edit of edits) {
    lines.push(...before.slice(at, edit.from), ...edit.lines);
    at = edit.to;
  }
  return [...lines, ...before.slice(at, to)];
}

function together(
  before: readonly string[],
  my: readonly string[],
  their: readonly string[],
  { mine, theirs }: Place,
): readonly string[] {
  if (theirs.length === 0) return my;
  if (mine.length === 0) return their;
  const isOneLine = [before, my, their].every((lines) => lines.length === 1);
  const [was = "", one = "", other = ""] = [before, my, their].map((lines) => lines.join("\n"));
  if (isOneLine && was.trim() !== "") return mergeTexts(was, one, other).text.split("\n");
  // The same lines were written once, and came two ways.
  if (`\n${one}\n`.includes(`\n${other}\n`)) return my;
  if (`\n${other}\n`.includes(`\n${one}\n`)) return their;
  // What one side took away is gone, unless the other made something else of it.
  const known = new Set(before);
  return [...my, ...their.filter((line) => !known.has(line))];
}
