/** The parts of a note that introduces oneself to a possible mentor, in the order of the note. */
export const introParts = ["who", "why", "ask", "offer"] as const;
export type IntroPart = (typeof introParts)[number];

/** The words around the parts, in the language of the note; `to` and `from` are never empty. */
export interface IntroWords {
  greeting: (to: string) => string;
  /** Where the name is not known. */
  plainGreeting: string;
  closing: string;
}

/**
 * The note as it is sent: what was written and nothing else. What is empty is left out with everything around it, so
 * that no gap and no placeholder is ever sent.
 * @param names of the one written to and of the writer, empty where they are not known
 * @returns empty while none of the parts is written
 */
export function introNote(
  parts: Readonly<Record<IntroPart, string>>,
  names: { to: string; from: string },
  words: IntroWords,
): string {
  const written = introParts.map((part) => tidy(parts[part])).filter(Boolean);
  if (written.length === 0) return "";
  const [to, from] = [tidy(names.to), tidy(names.from)];
  const greeting = to ? words.greeting(to) : words.plainGreeting;
  return [greeting, ...written, from ? `${words.closing}\n${from}` : words.closing].join("\n\n");
}

/** Without the white space that typing leaves behind. */
function tidy(text: string): string {
  return text
    .replaceAll(/[^\S\n]+$/gmu, "")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}
