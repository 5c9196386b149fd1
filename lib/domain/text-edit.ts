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
