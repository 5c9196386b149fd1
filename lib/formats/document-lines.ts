import type { TextPiece } from "./text-diff.ts";

/** A paragraph, or a list with one line for each of its items. */
export interface DocumentBlock {
  kind: "text" | "bullets" | "numbers";
  lines: TextPiece[][];
}

const bullet = /^\s*[-*]\s+/u;
const number = /^\s*\d+[.)]\s+/u;

/**
 * The blocks of a short document in Markdown of which only lists and paragraphs are drawn; whatever else stands there
 * stays text. Pieces that were added or went keep their marks, also across lines.
 */
export function documentBlocks(pieces: readonly TextPiece[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let apart = true;
  for (const line of linesOf(pieces)) {
    const words = line.map(({ text }) => text).join("");
    if (!words.trim()) {
      apart = true;
      continue;
    }
    const mark = bullet.exec(words) ?? number.exec(words);
    const kind = !mark ? "text" : bullet.test(words) ? "bullets" : "numbers";
    const content = mark ? withoutStart(line, mark[0].length) : line;
    const last = blocks.at(-1);
    if (last && last.kind === kind && !(kind === "text" && apart)) last.lines.push(content);
    else blocks.push({ kind, lines: [content] });
    apart = false;
  }
  return blocks;
}

function linesOf(pieces: readonly TextPiece[]): TextPiece[][] {
  const lines: TextPiece[][] = [[]];
  for (const { kind, text } of pieces) {
    for (const [index, part] of text.split(/\r?\n/u).entries()) {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ kind, text: part });
    }
  }
  return lines;
}

function withoutStart(line: readonly TextPiece[], length: number): TextPiece[] {
  let left = length;
  const rest: TextPiece[] = [];
  for (const piece of line) {
    const text = piece.text.slice(left);
    left = Math.max(0, left - piece.text.length);
    if (text) rest.push({ ...piece, text });
  }
  return rest;
}
