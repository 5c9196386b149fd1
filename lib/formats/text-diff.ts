import { diffWordsWithSpace } from "diff";

/** A stretch of text: in both versions, in the later one alone, or in the earlier one alone. */
export interface TextPiece {
  kind: "same" | "added" | "gone";
  text: string;
}

/** Beyond this a comparison is given up, in milliseconds: a page must not stand still for it. */
const timeoutMs = 250;
/** So much of what did not change is left standing around what did, in characters. */
const contextLength = 80;

/**
 * What changed between two texts, word by word, with a little of what stands around it.
 * @returns `null` where they are too large or too different to compare
 */
export function textDiff(before: string, after: string): TextPiece[] | null {
  const parts = diffWordsWithSpace(before, after, { timeout: timeoutMs });
  if (!parts) return null;
  return parts.map(({ added, removed, value }, index) => ({
    kind: added ? "added" : removed ? "gone" : "same",
    text: added || removed ? value : shortened(value, index > 0, index < parts.length - 1),
  }));
}

/** Keeps the edges of an unchanged stretch that touch a change. */
function shortened(text: string, afterChange: boolean, beforeChange: boolean): string {
  const kept = (afterChange ? contextLength : 0) + (beforeChange ? contextLength : 0);
  if (text.length <= kept + 20) return text;
  const head = afterChange ? text.slice(0, contextLength) : "";
  const tail = beforeChange ? text.slice(-contextLength) : "";
  return `${head} … ${tail}`;
}
