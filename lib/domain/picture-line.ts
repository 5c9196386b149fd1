import type { Id } from "./envelope.ts";

const shown = /!\[([^\]\n]*)\]\(picture:([\w-]{1,200})\)/u;

/** The picture that a line of Markdown shows, and what it says to whoever does not see it. */
export function pictureLine(line: string): { id: Id; alt: string } | null {
  const found = shown.exec(line);
  return found?.[2] ? { id: found[2], alt: found[1] ?? "" } : null;
}

/** The pictures that notes in Markdown show. */
export function picturesIn(markdown: string): ReadonlySet<Id> {
  return new Set([...markdown.matchAll(new RegExp(shown, "gu"))].flatMap(([, , id]) => id ?? []));
}

/** The Markdown that shows a picture. */
export function pictureMarkdown(alt: string, id: Id): string {
  return `![${alt.replaceAll(/[[\]\n]/gu, " ").trim()}](picture:${id})`;
}

/** Notes for somebody else: a picture is only here, so its words stand for it. */
export function withoutPictures(markdown: string, word: string): string {
  return markdown.replaceAll(new RegExp(shown, "gu"), (_, alt: string) =>
    alt ? `(${word}: ${alt})` : `(${word})`,
  );
}
