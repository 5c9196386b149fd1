import type { Day } from "./envelope.ts";
import type { Skill } from "./skill.ts";

/** When one rates oneself, in the order of a mentorship. */
export const skillMoments = ["start", "middle", "end"] as const;
export type SkillMoment = (typeof skillMoments)[number];

export interface SkillRating {
  moment: SkillMoment;
  /** 1 to 5. */
  rating: number;
}

type Rated = Pick<Skill, "needed" | SkillMoment>;

/** The ratings that were given, the earliest moment first. One that is missing is not there; it is never 0. */
export function ratingsOf(skill: Pick<Rated, SkillMoment>): SkillRating[] {
  return skillMoments.flatMap((moment) => {
    const rating = skill[moment];
    return rating ? [{ moment, rating }] : [];
  });
}

/** How much is missing, in steps of the scale; 0 where enough is there, `null` where one of the two is not known. */
export function skillGap(skill: Rated): number | null {
  const now = ratingsOf(skill).at(-1);
  if (!now || !skill.needed) return null;
  return Math.max(0, skill.needed - now.rating);
}

export interface SkillChange {
  from: SkillRating;
  /** `null`: there is no second rating yet, so nothing can be said of a change. */
  to: SkillRating | null;
  by: number | null;
}

/** From the first rating to the latest; `null` for what was never rated. */
export function skillChange(skill: Pick<Rated, SkillMoment>): SkillChange | null {
  const ratings = ratingsOf(skill);
  const from = ratings[0];
  if (!from) return null;
  const to = ratings.length > 1 ? (ratings.at(-1) ?? null) : null;
  return { from, to, by: to && to.rating - from.rating };
}

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
