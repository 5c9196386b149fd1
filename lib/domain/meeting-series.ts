import type { Meeting } from "./meeting.ts";

/**
 * The title of the meeting after `title` in a series: "Check-in 7" is followed by "Check-in 8".
 * @returns `null` where the title carries no number at its end
 */
function titleAfter(title: string): string | null {
  const match = /^(.*?)(\d{1,6})$/u.exec(title.trim());
  if (!match) return null;
  const [, words = "", number = ""] = match;
  return `${words}${Number(number) + 1}`;
}

/**
 * What the next regular meeting of a mentorship is called: it goes on counting from the last numbered one of the kind,
 * else it is `plain`.
 * @param meetings in order of time
 */
export function nextTitle(
  meetings: readonly Pick<Meeting, "kind" | "title">[],
  kind: Meeting["kind"],
  plain: string,
): string {
  for (const meeting of meetings.toReversed()) {
    const next = meeting.kind === kind ? titleAfter(meeting.title) : null;
    if (next) return next;
  }
  return plain;
}
