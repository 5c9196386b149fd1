import { sha256, utf8 } from "./bytes.ts";

const count = 5;
const bits = 11;

/**
 * Five words that two people, or one with two screens, hold against each other. They follow from what was sent, so they
 * differ where somebody in between sent something else; 55 bits are too many to find another that has the same.
 */
export async function checkWords(...parts: readonly string[]): Promise<string> {
  // Loaded apart: they are needed a few times in a lifetime.
  const { wordlist } = await import("@scure/bip39/wordlists/english.js");
  const digest = await sha256(utf8(`milepost words ${JSON.stringify(parts)}`));
  let number = digest.subarray(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const words: string[] = [];
  for (let index = 0; index < count; index += 1) {
    words.push(wordlist[Number(number & ((1n << BigInt(bits)) - 1n))] ?? "");
    number >>= BigInt(bits);
  }
  return words.join(" ");
}

/** Whether somebody typed or read these, in whatever letters. */
export function areSameWords(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const plain = (words: string): string => (words.toLowerCase().match(/[a-z]+/g) ?? []).join(" ");
