import { hex, sha256, utf8 } from "./bytes.ts";

export type BlockMistake =
  /** It does not begin as ours do. */
  | "notOurs"
  /** It begins as ours do, and is not as it was copied. */
  | "damaged"
  | "newer"
  /** One of ours, and meant for something else. */
  | "otherKind";

/** What was pasted is not the block that was asked for. */
export class BlockError extends Error {
  readonly mistake: BlockMistake;

  constructor(mistake: BlockMistake, options?: ErrorOptions) {
    super(mistake, options);
    this.name = "BlockError";
    this.mistake = mistake;
  }
}

/** More than any of ours. */
const longest = 8_000;
const start = "milepost1.";

/** Text to be copied from one place to another: `milepost1.<kind>.<content>.<check>`. */
export async function writeBlock(kind: string, value: unknown): Promise<string> {
  const content = utf8(JSON.stringify(value)).toBase64({ alphabet: "base64url", omitPadding: true });
  return `${start}${kind}.${content}.${await checkOf(`${kind}.${content}`)}`;
}

/**
 * What {@link writeBlock} wrote, with whatever line breaks it picked up on its way.
 * @returns not checked for what it should be
 * @throws BlockError
 */
export async function readBlock(kind: string, pasted: string): Promise<unknown> {
  const [is, content = "", check, more] = afterStart(pasted).split(".", 4);
  if (is?.startsWith("http")) throw new BlockError("otherKind");
  if (check === undefined || more !== undefined) throw new BlockError("damaged");
  if (check !== (await checkOf(`${is}.${content}`))) throw new BlockError("damaged");
  if (is !== kind) throw new BlockError("otherKind");
  try {
    const bytes = Uint8Array.fromBase64(content, { alphabet: "base64url" });
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw new BlockError("damaged", { cause: error });
  }
}

/** Where one of ours begins. The address in an invitation may have the same in the name of its host or in its path. */
const anyStart = /(?<![\w/.@-])milepost\d{1,3}\./g;
/** The same where blanks are gone, so that a word may stand right before it. */
const anyStartAfterWords = /(?<![/.@-])milepost\d{1,3}\./g;

/**
 * What comes after the beginning that all of ours have, without blanks. Words may stand before it, as whoever sent it
 * wrote them: of several beginnings it is the last.
 * @throws BlockError
 */
export function afterStart(pasted: string): string {
  if (pasted.length > longest) throw new BlockError("notOurs");
  const own = lastStart(pasted, anyStart) ?? pasted;
  const text = own.replaceAll(/[\s\u200b\ufeff]/g, "");
  if (text.startsWith(start)) return text.slice(start.length);
  // A line break may stand in the midst of the beginning.
  const broken = lastStart(text, anyStartAfterWords) ?? "";
  if (broken.startsWith(start)) return broken.slice(start.length);
  throw new BlockError(broken === "" ? "notOurs" : "newer");
}

function lastStart(text: string, beginning: RegExp): string | undefined {
  const found = [...text.matchAll(beginning)].at(-1);
  return found && text.slice(found.index);
}

/** @returns 8 digits: enough for a slip, none against somebody who means it */
export async function checkOf(text: string): Promise<string> {
  return hex((await sha256(utf8(`milepost block ${text}`))).subarray(0, 4));
}

export const withStart = (content: string): string => start + content;
