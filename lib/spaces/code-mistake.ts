import { CodeError, type CodeMistake, plainCode, readRecoveryCode } from "@/lib/sync/recovery-code.ts";

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
  const [whole, end] = [plainCode(code), plainCode(typed)];
  // The whole of it is as good.
  return end === whole.slice(-4 * groups) || end === whole;
}
