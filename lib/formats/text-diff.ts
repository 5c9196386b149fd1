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
  const pieces = wholeDiff(before, after);
  return (
    pieces?.map((piece, index) =>
      piece.kind === "same"
        ? { ...piece, text: shortened(piece.text, index > 0, index < pieces.length - 1) }
        : piece,
    ) ?? null
  );
}

/** As {@link textDiff}, with all that stands around: the later text, and what went from the earlier one. */
export function wholeDiff(before: string, after: string): TextPiece[] | null {
  const parts = diffWordsWithSpace(before, after, { timeout: timeoutMs });
  return (
    parts?.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "gone" : "same",
      text: value,
    })) ?? null
  );
}

/** Keeps the edges of an unchanged stretch that touch a change. */
function shortened(text: string, afterChange: boolean, beforeChange: boolean): string {
  const kept = (afterChange ? contextLength : 0) + (beforeChange ? contextLength : 0);
  if (text.length <= kept + 20) return text;
  const head = afterChange ? text.slice(0, contextLength) : "";
  const tail = beforeChange ? text.slice(-contextLength) : "";
  return `${head} … ${tail}`;
}
