import type { PromiseRead } from "@/lib/db/entries.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { namedOwner } from "@/lib/domain/named-owner.ts";
import { oneLine } from "@/lib/domain/one-line.ts";
import { extractCaptures } from "@/lib/domain/wrap-up.ts";
import { localTimeZone } from "./clock.ts";

/**
 * What a line says is promised, by whom and for when: as in the notes, "Send the slides @Amara by Friday". Loaded with
 * the first promise, since it brings the dates in words.
 * @returns `null` for a line that is taken as it stands
 */
export function promiseInWords(
  words: string,
  now: Instant,
  names: { myName: string; partnerName: string },
): PromiseRead | null {
  const calendar = { now, timeZone: localTimeZone(), locale: navigator.language };
  const [read] = extractCaptures(`! ${oneLine(words)}`, calendar);
  if (read?.kind !== "action") return null;
  const { owner, text } = namedOwner(read, names);
  return { title: text, owner: owner ?? "me", dueOn: read.dueOn, must: read.must };
}
