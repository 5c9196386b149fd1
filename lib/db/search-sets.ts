import type { PromiseExtended } from "dexie";
import type { Term } from "@/lib/domain/search-match.ts";
import type { MilepostDb } from "./database.ts";
import { blockOf, blockSize, keysOf, type SearchWord } from "./search-tables.ts";

/** Numbers of records, by block, one bit each. */
export type DocSet = Map<number, Uint32Array>;

/** The records that any of these words leads to. */
export async function docsWith(db: MilepostDb, terms: readonly Term[]): Promise<DocSet> {
  const found: DocSet = new Map();
  const rows = await Promise.all(
    terms.map(({ word, prefix }) => {
      const [from, to] = keysOf(word, prefix);
      return wordsBetween(db, from, to);
    }),
  );
  for (const each of rows) for (const row of each) addRow(found, row);
  return found;
}

/** The records that the words between two of them lead to, both included. */
export async function docsBetween(db: MilepostDb, from: string, to: string): Promise<DocSet> {
  const found: DocSet = new Map();
  for (const row of await wordsBetween(db, keysOf(from, false)[0], keysOf(to, false)[1])) addRow(found, row);
  return found;
}

function wordsBetween(db: MilepostDb, from: string, to: string): PromiseExtended<SearchWord[]> {
  return db.searchWords.where("key").between(from, to, true, true).toArray();
}

function addRow(set: DocSet, { key, docs }: SearchWord): void {
  const block = blockOf(key);
  let bits = set.get(block);
  if (!bits) set.set(block, (bits = new Uint32Array(blockSize / 32)));
  for (let index = 0; index < docs.length; index += 1) {
    const place = docs.charCodeAt(index);
    bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
  }
}

export function both(a: DocSet, b: DocSet): DocSet {
  return combined(a, b, (left, right) => left & right);
}

export function without(a: DocSet, b: DocSet): DocSet {
  if (b.size === 0) return a;
  return combined(a, b, (left, right) => left & ~right);
}

const none = new Uint32Array(blockSize / 32);

function combined(a: DocSet, b: DocSet, bitwise: (left: number, right: number) => number): DocSet {
  const result: DocSet = new Map();
  for (const [block, bits] of a) {
    const other = b.get(block) ?? none;
    const made = bits.map((each, index) => bitwise(each, other[index] ?? 0));
    if (made.some((each) => each !== 0)) result.set(block, made);
  }
  return result;
}

export function sizeOf(set: DocSet): number {
  let size = 0;
  for (const bits of set.values()) for (const each of bits) size += bitsIn(each);
  return size;
}

function bitsIn(word: number): number {
  let rest = word >>> 0;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The numbers in a set, the highest first: what was added last. */
export function* numbersIn(set: DocSet): Generator<number> {
  for (const block of [...set.keys()].toSorted((a, b) => b - a)) {
    const bits = set.get(block) ?? none;
    for (let index = bits.length - 1; index >= 0; index -= 1) {
      for (let rest = (bits[index] ?? 0) >>> 0; rest !== 0;) {
        const bit = 31 - Math.clz32(rest);
        yield block * blockSize + index * 32 + bit;
        rest = (rest & ~(1 << bit)) >>> 0;
      }
    }
  }
}
