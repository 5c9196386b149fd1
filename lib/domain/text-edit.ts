/** One replacement in a text: the characters from `from` up to `to` become `insert`. Offsets in UTF-16 units. */
export interface TextEdit {
  from: number;
  to: number;
  insert: string;
}

/** The smallest single replacement that turns `before` into `after`; `null` if they are the same. */
export function editBetween(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** So many lines are looked ahead for where two texts go on alike. */
const lookAhead = 40;

/**
 * What turns `before` into `after`, line by line and from front to back: words at two ends of a long text are two small
 * replacements, not one of all that lies between. Takes a time that grows with the texts alone.
 */
export function editsBetween(before: string, after: string): TextEdit[] {
  const whole = editBetween(before, after);
  if (!whole) return [];
  const old = linesOf(before.slice(whole.from, whole.to));
  const now = linesOf(whole.insert);
  const edits: TextEdit[] = [];
  let [at, i, j] = [whole.from, 0, 0];
  while (i < old.length || j < now.length) {
    const [gone, come] = nextAlike(old, now, i, j);
    const removed = old.slice(i, i + gone).join("");
    const edit = editBetween(removed, now.slice(j, j + come).join(""));
    if (edit) edits.push({ ...edit, from: edit.from + at, to: edit.to + at });
    at += removed.length;
    i += gone;
    j += come;
    for (; i < old.length && old[i] === now[j]; i += 1, j += 1) at += old[i]?.length ?? 0;
  }
  return edits;
}

/** How many lines of both are passed until they go on alike; all that are left where that is not near. */
function nextAlike(
  old: readonly string[],
  now: readonly string[],
  i: number,
  j: number,
): [gone: number, come: number] {
  for (let sum = 0; sum <= lookAhead; sum += 1) {
    for (let gone = 0; gone <= sum; gone += 1) {
      const [there, here] = [old[i + gone], now[j + sum - gone]];
      if (there !== undefined && there === here) return [gone, sum - gone];
    }
  }
  return [old.length - i, now.length - j];
}

/** With their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/gu) ?? [];
}

export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
}

/** A part of a text, from and up to, in UTF-16 units. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Where the words that somebody types without a break stand after an edit.
 * @param own whether it is theirs: it goes on with the stretch where it touches it, and begins another elsewhere
 * @returns `null` where the stretch is no more in one piece
 */
export function stretchAfter(stretch: Stretch | null, edit: TextEdit, own: boolean): Stretch | null {
  const { from, to, insert } = edit;
  const grown = insert.length - (to - from);
  const within = stretch !== null && from >= stretch.from && to <= stretch.to;
  if (own) return within ? { ...stretch, to: stretch.to + grown } : { from, to: from + insert.length };
  if (!stretch || from >= stretch.to) return stretch;
  return to <= stretch.from ? { from: stretch.from + grown, to: stretch.to + grown } : null;
}

/** Tells one text from another without holding it: its length and a 32-bit FNV-1a hash. Not for secrets. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}:${(hash >>> 0).toString(36)}`;
}
