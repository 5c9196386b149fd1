import type { Work } from "@/lib/domain/work.ts";
import { breathe } from "./breathe.ts";

/** Deeper than any backup is; what `JSON.parse` is given beyond some thousand levels ends the page. */
const deepest = 40;
/** Lists, objects and fields: several times those of the largest backup, few enough to fit into a page. */
const mostValues = 30_000_000;

const outside = classes({
  "{": 1,
  "[": 2,
  "}": 3,
  "]": 3,
  '"': 4,
  ":": 5,
  "0123456789+-.eEtrufalsn, \t\r\n": 6,
});

/**
 * Looks through a file, in little memory, before it is taken for JSON: is it one object, closed at its end, not nested
 * beyond reason, and without what no JSON holds?
 * @returns `cutOff` where nothing is wrong but that the end is missing
 * @throws the reason of `work.signal`, or what the browser has to say about a file that it cannot read
 */
export async function scanJson(file: Blob, work: Work = {}): Promise<"whole" | "cutOff" | "refused"> {
  let depth = 0;
  let values = 0;
  let inString = false;
  let escaped = false;
  let closed = false;
  let read = 0;
  const reader = file.stream().getReader();
  try {
    while (true) {
      const { done, value: bytes } = await reader.read();
      if (done) break;
      // The mark of UTF-8, which some editors put in front.
      const from = read === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
      for (let at = from; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (inString) {
          if (byte < 0x20) return "refused";
          if (escaped) escaped = false;
          else if (byte === 0x5c) escaped = true;
          else if (byte === 0x22) inString = false;
          continue;
        }
        const kind = outside[byte];
        if (kind === 6) continue;
        if (kind === 0 || closed) return "refused";
        if (kind === 4) inString = true;
        else if (kind === 3) {
          depth -= 1;
          closed = depth === 0;
        } else {
          values += 1;
          if (kind !== 5) depth += 1;
          if (depth > deepest || values > mostValues) return "refused";
        }
      }
      read += bytes.length;
      work.onProgress?.(read / file.size);
      await breathe(work.signal);
    }
  } finally {
    reader.cancel().catch(() => {
      // A file that cannot be read any more has told so where it was read.
    });
  }
  return closed ? "whole" : "cutOff";
}

function classes(kinds: Record<string, number>): Uint8Array {
  const table = new Uint8Array(256);
  for (const [characters, kind] of Object.entries(kinds)) {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  }
  return table;
}
