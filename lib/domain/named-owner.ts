import type { ExtractedCapture } from "./wrap-up.ts";

/**
 * Whom the name behind `@` means: oneself by one's own name, otherwise the other person. The name of somebody else stays
 * in the words, since only the two can be the owner of a promise.
 */
export function namedOwner(
  { owner, ownerName, text }: Pick<ExtractedCapture, "owner" | "ownerName" | "text">,
  { myName, partnerName }: { myName: string; partnerName: string },
): Pick<ExtractedCapture, "owner" | "text"> {
  if (ownerName === null || isNameOf(ownerName, partnerName)) return { owner, text };
  if (isNameOf(ownerName, myName)) return { owner: "me", text };
  return { owner, text: partnerName.trim() ? `${text} (${ownerName})` : text };
}

/** Any word of a name will do, without regard to case and accents. */
function isNameOf(said: string, name: string): boolean {
  const whole = folded(said);
  const words = folded(name).split(/\s+/u);
  return words.some((word) => word !== "" && (word === whole || word.split("-").includes(whole)));
}

function folded(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
