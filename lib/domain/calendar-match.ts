import type { CalendarEvent } from "./calendar-event.ts";
import type { Id } from "./envelope.ts";
import { shortName } from "./person-name.ts";

/** What a mentorship is known by in a calendar. */
export interface Known {
  id: Id;
  partnerName: string;
  /** The rooms that it and its meetings use. */
  roomKeys: readonly string[];
}

export interface Match {
  /** None, one, or several that it could be. */
  mentorshipIds: readonly Id[];
  by: "room" | "attendee" | "title" | null;
}

/**
 * Which mentorships a date of a calendar may belong to: by its room, else by who takes part, else by a name in its
 * title. Where one of these leaves several, the next one decides among them.
 */
export function matchOf(
  event: Pick<CalendarEvent, "roomKey" | "attendees" | "title">,
  mentorships: readonly Known[],
): Match {
  const rules = [
    ["room", ({ roomKeys }: Known) => event.roomKey !== null && roomKeys.includes(event.roomKey)],
    ["attendee", ({ partnerName }: Known) => event.attendees.some((each) => isPerson(each, partnerName))],
    ["title", ({ partnerName }: Known) => namesPerson(event.title, partnerName)],
  ] as const;
  let match: Match = { mentorshipIds: [], by: null };
  let left = mentorships;
  for (const [by, fits] of rules) {
    const found = left.filter(fits);
    if (found.length === 0) continue;
    match = { mentorshipIds: found.map(({ id }) => id), by: match.by ?? by };
    left = found;
    if (found.length === 1) break;
  }
  return match;
}

/** By the whole name, or by an address such as `amara.okafor@` where there is no name. */
function isPerson({ name, address }: CalendarEvent["attendees"][number], partnerName: string): boolean {
  const wanted = wordsOf(partnerName);
  if (wanted.length === 0) return false;
  const said = wordsOf(name.includes("@") ? "" : name);
  if (said.length > 0) return isWithin(wanted, said) && (wanted.length > 1 || said.length === 1);
  const parts = wordsOf((address.split("@")[0] ?? "").replaceAll(/[._+-]/gu, " "));
  return wanted.length > 1 && isWithin(wanted, parts);
}

/** By the whole name or the first name, as a word of its own. */
function namesPerson(title: string, partnerName: string): boolean {
  const words = wordsOf(title);
  const whole = wordsOf(partnerName);
  const first = wordsOf(shortName(partnerName));
  if (whole.length === 0) return false;
  return isWithin(whole, words) || (first.join("").length > 2 && isWithin(first, words));
}

function isWithin(wanted: readonly string[], words: readonly string[]): boolean {
  return wanted.every((word) => words.includes(word));
}

/** The words of a name without its titles, the way somebody would type them who has none of its letters. */
function wordsOf(text: string): string[] {
  return text
    .slice(0, 500)
    .split(/\s+/u)
    .filter((word) => !/^\p{L}+\.$/u.test(word))
    .flatMap((word) =>
      word
        .normalize("NFKD")
        .replaceAll(/\p{M}/gu, "")
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter(Boolean);
}
