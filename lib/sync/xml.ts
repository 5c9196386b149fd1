/** An element with nothing but text in it: the names from the root on without their prefixes, and the text. */
export interface Leaf {
  path: readonly string[];
  text: string;
}

/** Deeper than any answer goes. */
const mostDepth = 100;

/**
 * Reads the answers of storages, which are small trees of text. Workers have no `DOMParser`. Attributes, comments and
 * declarations are skipped, a document type is not XML of this kind, and each character is looked at a fixed number of
 * times, whatever it is.
 * @returns its leaves in order; `cut` where it ends too early, `other` where it is something else
 */
export function readXml(text: string): readonly Leaf[] | "cut" | "other" {
  const leaves: Leaf[] = [];
  const path: string[] = [];
  let content: string[] | undefined;
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    const between = text.slice(at, open < 0 ? text.length : open);
    if (path.length === 0 && between.trim() !== "") return "other";
    content?.push(withoutEscapes(between));
    if (open < 0) break;
    const skipped = skip(text, open);
    if (skipped) {
      content?.push(skipped.text);
      if (skipped.end < 0) return "cut";
      at = skipped.end;
      continue;
    }
    const end = tagEnd(text, open);
    if (end < 0) return "cut";
    const tag = text.slice(open + 1, end);
    at = end + 1;
    if (tag.startsWith("/")) {
      if (path.at(-1) !== localName(tag.slice(1))) return "other";
      if (content) leaves.push({ path: [...path], text: content.join("") });
      content = undefined;
      path.pop();
      if (path.length === 0) return leaves;
      continue;
    }
    const name = localName(tag);
    if (name === undefined || path.length >= mostDepth) return "other";
    if (tag.endsWith("/")) {
      content = undefined;
      if (path.length === 0) return leaves;
      continue;
    }
    path.push(name);
    content = [];
  }
  return path.length > 0 || text.trim() !== "" ? "cut" : "other";
}

/** What is no element: where it ends (-1 for never) and the text that it stands for. */
function skip(text: string, at: number): { end: number; text: string } | undefined {
  if (text.startsWith("<![CDATA[", at)) {
    const end = text.indexOf("]]>", at);
    return { end: end < 0 ? -1 : end + 3, text: text.slice(at + 9, end) };
  }
  for (const [start, stop] of [
    ["<!--", "-->"],
    ["<?", "?>"],
  ] as const) {
    if (!text.startsWith(start, at)) continue;
    const end = text.indexOf(stop, at + start.length);
    return { end: end < 0 ? -1 : end + stop.length, text: "" };
  }
  return undefined;
}

/** A `>` in an attribute does not end a tag. */
function tagEnd(text: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === ">") return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
}

function localName(tag: string): string | undefined {
  return /^(?:[^\s:/<>"'=!?]{1,200}:)?([^\s:/<>"'=!?]{1,200})(?=[\s/]|$)/.exec(tag)?.[1];
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function withoutEscapes(text: string): string {
  return text.replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,4});/gi, (all: string, escape: string) => {
    if (!escape.startsWith("#")) return Object.hasOwn(named, escape) ? (named[escape] ?? all) : all;
    const code = /^#x/i.test(escape) ? Number.parseInt(escape.slice(2), 16) : Number(escape.slice(1));
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
  });
}
