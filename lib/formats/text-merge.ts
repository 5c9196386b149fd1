import { diffArrays } from "diff";
import { applyEdit, editBetween, type TextEdit } from "@/lib/domain/text-edit.ts";

/** What became of a text that two windows changed at once. */
export interface MergedText {
  text: string;
  /** What makes `mine` the merged text, from front to back, in places of `mine`. */
  edits: readonly TextEdit[];
}

/** Beyond this a fine comparison is given up, in milliseconds: hands are on the keys. */
const timeoutMs = 100;
/** The same words of at least this length at the same place were written once and came two ways. */
const leastOnce = 8;

/** Edits of one place of the text before: of one side, or of both where they cannot be told apart. */
interface Place {
  from: number;
  to: number;
  mine: TextEdit[];
  theirs: TextEdit[];
}

/**
 * Puts two versions of a text together. Nothing that either side wrote is lost: where both wrote at the same place, each
 * stands by itself, mine first unless they go on with a line of theirs; where one removed what the other changed, the
 * change stays.
 * @param base the text that both began with
 * @param ownTo the place in `base` up to which I had typed: what stands before it is my line, and mine to go on with.
 * `null` where that is not known
 */
export function mergeTexts(
  base: string,
  mine: string,
  theirs: string,
  ownTo: number | null = null,
): MergedText {
  const edits: TextEdit[] = [];
  /** How far places of `mine` lie behind those of `base`. */
  let shift = 0;
  for (const place of placesOf(base, mine, theirs)) {
    const before = base.slice(place.from, place.to);
    const my = applied(base, place, place.mine);
    if (place.theirs.length > 0) {
      const their = applied(base, place, place.theirs);
      const edit =
        place.mine.length === 0
          ? editBetween(my, their)
          : before === ""
            ? beside(base, place.from, my, their, ownTo)
            : editBetween(my, together(before, my, their));
      const start = place.from + shift;
      if (edit) edits.push({ ...edit, from: edit.from + start, to: edit.to + start });
    }
    shift += my.length - before.length;
  }
  return { text: edits.toReversed().reduce(applyEdit, mine), edits };
}

/** The places where anything changed, from front to back; none touches another. */
function placesOf(base: string, mine: string, theirs: string): Place[] {
  const rough = [roughEdit(base, mine), roughEdit(base, theirs)] as const;
  const fine = rough[0] && rough[1] && overlap(rough[0], rough[1]);
  const editsOf = (edit: TextEdit | null): TextEdit[] =>
    edit === null ? [] : fine ? fineEdits(base, edit) : [edit];
  const all = [
    ...editsOf(rough[0]).map((edit) => ({ edit, side: "mine" as const })),
    ...editsOf(rough[1]).map((edit) => ({ edit, side: "theirs" as const })),
  ].toSorted((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to);
  const places: Place[] = [];
  for (const { edit, side } of all) {
    let place = places.at(-1);
    if (!place || !overlap(place, edit)) {
      place = { from: edit.from, to: edit.to, mine: [], theirs: [] };
      places.push(place);
    }
    place.to = Math.max(place.to, edit.to);
    place[side].push(edit);
  }
  return places;
}

function overlap(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  const samePoint = a.from === a.to && b.from === b.to && a.from === b.from;
  return samePoint || (a.from < b.to && b.from < a.to);
}

/** As `editBetween`, and no sign that takes two units is cut in two. */
function roughEdit(base: string, text: string): TextEdit | null {
  const edit = editBetween(base, text);
  if (!edit) return null;
  const from = edit.from - Number(cutsSign(base, edit.from) || cutsSign(text, edit.from));
  const end = text.length - base.length + edit.to;
  const more = Number(cutsSign(base, edit.to) || cutsSign(text, end));
  return atWord(base, { from, to: edit.to + more, insert: text.slice(from, end + more) });
}

/**
 * Where words were put in, they may as well have begun some signs earlier: "w2 " before "w1" is also "2 w" behind its
 * first letter. Moved to where a word begins, so that the other side's words do not come between.
 */
function atWord(base: string, edit: TextEdit): TextEdit {
  let { from, insert } = edit;
  if (edit.to !== from) return edit;
  for (let steps = insert.length; steps > 0 && from > 0; steps -= 1) {
    if (/\s/u.test(base[from - 1] ?? "") || /^\s/u.test(insert)) return { from, to: from, insert };
    if (insert.at(-1) !== base[from - 1]) return edit;
    insert = `${base[from - 1]}${insert.slice(0, -1)}`;
    from -= 1;
  }
  return from === 0 ? { from, to: from, insert } : edit;
}

function cutsSign(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** One edit as several smaller ones, word by word; itself where that would take too long. */
function fineEdits(base: string, edit: TextEdit): TextEdit[] {
  const parts = diffArrays(wordsOf(base.slice(edit.from, edit.to)), wordsOf(edit.insert), {
    timeout: timeoutMs,
  });
  if (!parts) return [edit];
  const edits: TextEdit[] = [];
  let at = edit.from;
  for (const { added, removed, value } of parts) {
    const text = value.join("");
    const last = edits.at(-1);
    const goesOn = last?.to === at ? last : undefined;
    if (added) {
      if (goesOn) goesOn.insert += text;
      else edits.push({ from: at, to: at, insert: text });
      continue;
    }
    if (removed && goesOn) goesOn.to += text.length;
    else if (removed) edits.push({ from: at, to: at + text.length, insert: "" });
    at += text.length;
  }
  return edits;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? [];
}

/** What a place says after the edits of one side. */
function applied(base: string, place: Place, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .reduce(
      (text, edit) =>
        applyEdit(text, { from: edit.from - place.from, to: edit.to - place.from, insert: edit.insert }),
      base.slice(place.from, place.to),
    );
}

/** What stands where both changed something that was there. */
function together(before: string, my: string, their: string): string {
  if (my === their || before.includes(their)) return my;
  if (before.includes(my)) return their;
  return longerOf(my, their) ?? `${my}${/\n/u.test(my + their) ? "\n" : " "}${their}`;
}

/** What brings their words to mine where both put some in at one place: at the end of a line each gets one of its own. */
function beside(base: string, at: number, my: string, their: string, ownTo: number | null): TextEdit | null {
  const once = longerOf(my, their);
  if (once !== null) return editBetween(my, once);
  const inLine = at > 0 && base[at - 1] !== "\n" && !their.startsWith("\n");
  const theirLine = inLine && ownTo !== null && ownTo !== at;
  const [first, second] = theirLine ? [their, my] : [my, their];
  const atEnd = at === base.length || base[at] === "\n";
  const apart = atEnd
    ? first.endsWith("\n") || second.startsWith("\n")
    : /\s$/u.test(first) || /^\s/u.test(second);
  const between = apart ? "" : atEnd ? "\n" : " ";
  return theirLine
    ? { from: 0, to: 0, insert: their + between }
    : { from: my.length, to: my.length, insert: between + their };
}

/** Both, where one holds the other; `null` where they differ. */
function longerOf(my: string, their: string): string | null {
  const [short, long] = my.length < their.length ? [my, their] : [their, my];
  return short.length >= leastOnce && long.includes(short) ? long : null;
}
