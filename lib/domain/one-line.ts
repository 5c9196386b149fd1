/** Words on one line, for a list or a title: trimmed, all white space folded. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, " ");
}

/** {@link oneLine}, cut where it is longer than so many characters. */
export function shortLine(text: string, longest: number): string {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
