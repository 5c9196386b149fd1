import type { SearchDocument } from "./search-document.ts";
import type { Condition } from "./search-query.ts";
import { type Part, partsOf } from "./search-words.ts";

/** A piece of a text; `hit` is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

export interface Snippet {
  title: Piece[];
  /** Where it was found, cut out of the text; empty where the title says all. */
  text: Piece[];
}

/** About two lines. */
const snippetLength = 180;
/** So much of a text is shown before what was found in it. */
const lead = 40;

/** What of a record is to be shown for a search. */
export function snippetOf({ title, texts }: SearchDocument, conditions: readonly Condition[]): Snippet {
  const found = texts.find((text) => firstHit(text, conditions) !== null) ?? texts[0] ?? "";
  return { title: piecesOf(title, conditions), text: cutOut(found, conditions) };
}

function cutOut(text: string, conditions: readonly Condition[]): Piece[] {
  const at = firstHit(text, conditions) ?? 0;
  const from = at <= lead ? 0 : wordStart(text, at - lead);
  const to = Math.min(text.length, from + snippetLength);
  const piece = text.slice(from, to < text.length ? wordEnd(text, to, from) : to);
  const pieces = piecesOf(onOneLine(piece.toWellFormed()), conditions);
  if (from > 0) pieces.unshift({ text: "… ", hit: false });
  if (to < text.length) pieces.push({ text: " …", hit: false });
  return pieces;
}

/** Without the marks of Markdown: those that begin a line, emphasis, the rule under the head of a table. */
function onOneLine(text: string): string {
  return text
    .replaceAll(/\|(?:\s*:?-{3,}:?\s*\|)+/gu, "")
    .replaceAll(
      /(?<![\p{L}\p{N}*])\*{1,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?])\*{1,3}(?![\p{L}\p{N}*])/gu,
      "",
    )
    .replace(/^\s*(?:(?:#{1,6}|[-*+>])\s+)?/u, "")
    .replaceAll(/\s*\n\s*(?:(?:#{1,6}|[-*+>])\s+)?/gu, " · ");
}

function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + lead).search(/\s/u);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number, from: number): number {
  const space = text.slice(from, at).search(/\s\S*$/u);
  return space > snippetLength / 2 ? from + space : at;
}

/** Where the first thing that was looked for stands; `null` where none does. */
function firstHit(text: string, conditions: readonly Condition[]): number | null {
  if (conditions.length === 0) return null;
  const [first] = hitsIn(text, conditions);
  return first ? first.from : null;
}

function piecesOf(text: string, conditions: readonly Condition[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of [...hitsIn(text, conditions)].toSorted((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    const start = Math.max(at, from);
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, to), hit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

interface Span {
  from: number;
  to: number;
}

/** In one walk through the text: a phrase is looked for in the last words that went by. */
function* hitsIn(text: string, conditions: readonly Condition[]): Generator<Span> {
  const longest = Math.max(1, ...conditions.map(({ parts }) => parts.length));
  const last: Part[] = [];
  for (const part of partsOf(text)) {
    last.push(part);
    if (last.length > longest) last.shift();
    for (const condition of conditions) yield* hitsAtEnd(last, condition);
  }
}

function* hitsAtEnd(last: readonly Part[], { parts, prefix }: Condition): Generator<Span> {
  const seen = last.slice(-parts.length);
  const [only] = parts;
  const end = seen.at(-1);
  if (!end || seen.length < parts.length || !only) return;
  if (parts.length === 1) {
    if (only.run && end.run) yield* hitsInRun(end, only.word);
    else if (end.word === only.word) yield { from: end.from, to: end.to };
    else if (prefix && end.word.startsWith(only.word)) yield { from: end.from, to: begun(end, only.word) };
    return;
  }
  const together = parts.every(({ word, run }, index) => {
    const there = seen[index]?.word ?? "";
    if (index === 0 && run) return there.endsWith(word);
    const begins = (run || prefix) && index === parts.length - 1;
    return begins ? there.startsWith(word) : there === word;
  });
  if (together) yield { from: seen[0]?.from ?? end.from, to: end.to };
}

/** Where what was typed of a word ends in it; folding may have changed its length, then it is all of it. */
function begun(part: Part, typed: string): number {
  return part.to - part.from === part.word.length ? part.from + typed.length : part.to;
}

function* hitsInRun(part: Part, word: string): Generator<Span> {
  const sameLength = part.to - part.from === part.word.length;
  for (let at = part.word.indexOf(word); at >= 0; at = part.word.indexOf(word, at + word.length)) {
    if (!sameLength) {
      yield { from: part.from, to: part.to };
      return;
    }
    yield { from: part.from + at, to: part.from + at + word.length };
  }
}
