/** Words on one line, for a list or a title: trimmed, all white space folded. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, " ");
}
