import { hex, sha256, utf8 } from "./bytes.ts";

/** Of a word of the list. */
const bits = 11;

/**
 * Words that two people, or one with two screens, hold against each other. They follow from the parts, so they differ
 * where somebody in between put in something else.
 * @param count five for what is compared at once: 55 bits are too many to find another that has the same in that time.
 *   Of what stays there is all the time in the world to look for one
 */
export async function checkWords(parts: readonly string[], count = 5): Promise<string> {
  // Loaded apart: they are needed a few times in a lifetime.
  const { wordlist } = await import("@scure/bip39/wordlists/english.js");
  const number = BigInt(`0x${hex(await sha256(utf8(`milepost words ${JSON.stringify(parts)}`)))}`);
  return Array.from(
    { length: count },
    (_, index) => wordlist[Number(BigInt.asUintN(bits, number >> BigInt(bits * index)))],
  ).join(" ");
}

/** Whether somebody typed or read these, in whatever letters. */
export function areSameWords(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const plain = (words: string): string => (words.toLowerCase().match(/[a-z]+/g) ?? []).join(" ");
