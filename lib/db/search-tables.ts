import type { Instant } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";

/**
 * The index of the search: which record has which word. Of this browser alone, neither logged nor in a backup: it can be
 * made again from the records.
 *
 * Records are numbered, and 4,096 of them in a row make a block. Where a word stands is one row for each block, so that
 * a word that everything has is a few rows to read, and a new record is a small change to one row for each of its words.
 */
export interface SearchDoc {
  n: number;
  /** `TABLE/ID`. */
  id: string;
  /** What it was indexed under, one word a line: to take it out again nothing else is needed. */
  words: string;
}

export interface SearchWord {
  /** The word, a separator and the block. */
  key: string;
  /** The places of the records in their block, ascending, one character each. */
  docs: string;
}

/** A record that was written and is not indexed as it is now. Marked by the transaction that wrote it. */
export interface SearchStale {
  /** `TABLE/ID`. */
  id: string;
  at: Instant;
}

export const blockSize = 4_096;
/** Below all that a word can have in it. */
const separator = "\u0001";

export function docId(table: TableName, id: string): string {
  return `${table}/${id}`;
}

export function wordKey(word: string, block: number): string {
  return `${word}${separator}${String.fromCharCode(block)}`;
}

/** The keys of one word, all blocks; or of all words that begin so. */
export function keysOf(word: string, prefix: boolean): [from: string, to: string] {
  return prefix ? [word, `${word}\uFFFF`] : [`${word}${separator}`, `${word}${separator}\uFFFF`];
}

export function blockOf(key: string): number {
  return key.charCodeAt(key.length - 1);
}

export function recordOf(id: string): [table: TableName, id: string] {
  const slash = id.indexOf("/");
  return [id.slice(0, slash) as TableName, id.slice(slash + 1)];
}
