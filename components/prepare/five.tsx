import { i18n } from "#i18n";
import { ratingsOf } from "@/lib/domain/skill-rating.ts";
import type { Skill } from "@/lib/domain/skill.ts";

/** The scale from 1 to 5: a ring where one was at first, filled where one is now, a diamond where one needs to be. */
export function Five({ skill }: { skill: Skill }) {
  const ratings = ratingsOf(skill);
  const [first, last] = [ratings[0], ratings.at(-1)];
  const second = ratings.length > 1 ? last : undefined;
  const missing = i18n.t("prepare.skill.none");
  const style = [
    first && `--a: ${first.rating}`,
    `--b: ${last?.rating ?? 1}`,
    skill.needed && `--n: ${skill.needed}`,
  ];
  return (
    <span
      class="one-to-five"
      role="img"
      aria-label={i18n.t("prepare.skill.picked", [
        skill.name,
        String(skill.needed ?? missing),
        String(first?.rating ?? missing),
        String(second?.rating ?? missing),
      ])}
      style={style.filter(Boolean).join("; ")}
    >
      {first && skill.needed && skill.needed > (last?.rating ?? 0) && <i class="to-go" />}
      {first && second && <i class="walked" />}
      {skill.needed && (
        <svg class="blaze" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 1.5 18.5 10 10 18.5 1.5 10Z" />
        </svg>
      )}
      {first && <i class="ring" />}
      {second && <i class="now" />}
    </span>
  );
}
