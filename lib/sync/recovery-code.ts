import { sha256, utf8 } from "./bytes.ts";

/*
 * 26 characters of 5 bits that are drawn by chance, and two that are computed from them, so that a slip of the pen is told
 * from a code of something else. Source of the alphabet: Crockford, https://www.crockford.com/base32.html
 */

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const drawn = 26;
const checks = 2;
/** More is not a code with blanks in it. */
const longest = 200;

export type CodeMistake = "empty" | "short" | "long" | "character" | "typo";

/** What was typed cannot be a recovery code of any space. */
export class CodeError extends Error {
  readonly mistake: CodeMistake;
  /** The first character that is in no code. */
  readonly character: string | undefined;

  constructor(mistake: CodeMistake, character?: string) {
    super(mistake);
    this.name = "CodeError";
    this.mistake = mistake;
    this.character = character;
  }
}

/** A new recovery code, as it is shown: `ABCD-EFGH-…`, seven groups of four. */
export async function newRecoveryCode(): Promise<string> {
  const letters = [...crypto.getRandomValues(new Uint8Array(drawn))].map((byte) => alphabet[byte % 32]);
  const code = letters.join("");
  return grouped(code + (await checkOf(code)));
}

/**
 * The code without its check, however it was typed; see {@link plainCode}.
 * @returns 26 characters
 * @throws CodeError
 */
export async function readRecoveryCode(typed: string): Promise<string> {
  if (typed.length > longest) throw new CodeError("long");
  const code = plainCode(typed);
  const stranger = [...code].find((character) => !alphabet.includes(character));
  if (stranger !== undefined) throw new CodeError("character", stranger);
  if (code.length === 0) throw new CodeError("empty");
  if (code.length < drawn + checks) throw new CodeError("short");
  if (code.length > drawn + checks) throw new CodeError("long");
  const [secret, check] = [code.slice(0, drawn), code.slice(drawn)];
  if ((await checkOf(secret)) !== check) throw new CodeError("typo");
  return secret;
}

/** A code, or a part of one, however it was typed: in small letters, with blanks or dashes, O for 0, I or L for 1. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}

const grouped = (code: string): string => (code.match(/.{4}/g) ?? []).join("-");

async function checkOf(secret: string): Promise<string> {
  const [first = 0, second = 0] = await sha256(utf8(`milepost code ${secret}`));
  return (alphabet[first % 32] ?? "") + (alphabet[second % 32] ?? "");
}
