import { CodeError, type CodeMistake, readRecoveryCode } from "@/lib/sync/recovery-code.ts";

/** Why what was typed cannot be a recovery code; `null` where it can be one. */
export async function codeMistake(typed: string): Promise<CodeMistake | null> {
  try {
    await readRecoveryCode(typed);
    return null;
  } catch (error) {
    if (error instanceof CodeError) return error.mistake;
    throw error;
  }
}

/** Whether this is how the code ends, however it was typed. @param groups of four, from its end */
export function isEndOf(code: string, typed: string, groups: number): boolean {
  const plain = (text: string): string =>
    text
      .toUpperCase()
      .replaceAll(/[\s\p{Pd}_.]/gu, "")
      .replaceAll("O", "0")
      .replaceAll(/[IL]/g, "1");
  const end = plain(code).slice(-4 * groups);
  // The whole of it is as good.
  return plain(typed) === end || plain(typed) === plain(code);
}
