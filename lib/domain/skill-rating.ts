import type { Day } from "./envelope.ts";
import type { Skill } from "./skill.ts";

/** How a person had rated themselves by the day `on`; `null` where they had not. A rating without a day counts from ever. */
export function ratingAt(
  skill: Pick<Skill, "start" | "startOn" | "middle" | "middleOn" | "end" | "endOn">,
  on: Day,
): number | null {
  const ratings = [
    [skill.start, skill.startOn],
    [skill.middle, skill.middleOn],
    [skill.end, skill.endOn],
  ] as const;
  const known = ratings.filter(([value, ratedOn]) => value != null && (!ratedOn || ratedOn <= on));
  return known.at(-1)?.[0] ?? null;
}
