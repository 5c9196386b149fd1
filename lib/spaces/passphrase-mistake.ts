import type { PassphraseProblem } from "@/lib/sync/passphrase.ts";

/** Why what was typed is no good as a passphrase for a space; `null` where it is one. */
export async function passphraseMistake(typed: string): Promise<PassphraseProblem | null> {
  // Loaded apart: few ever need it, and all the rest of the keys comes with it.
  const { passphraseProblem } = await import("@/lib/sync/passphrase.ts");
  return passphraseProblem(typed);
}
