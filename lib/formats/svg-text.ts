/** Text as it stands in an SVG: it never becomes markup, and what XML does not allow is left out. */
export function svgText(value: string): string {
  return value
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** An average letter, as a share of the font size: a picture that is drawn without a screen cannot measure. */
const letter = 0.54;

/**
 * Breaks words into lines that are about `width` wide; what is too much for `most` lines ends in an ellipsis. A word that
 * is longer than a line is cut.
 */
export function linesOf(text: string, width: number, fontSize: number, most: number): string[] {
  const letters = Math.max(4, Math.floor(width / (fontSize * letter)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const cut = lines.map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  if (cut.length <= most) return cut;
  const last = cut[most - 1] ?? "";
  return [...cut.slice(0, most - 1), `${last.slice(0, letters - 1)}…`];
}
