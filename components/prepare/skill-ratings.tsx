import { i18n } from "#i18n";
import { type SkillMoment, skillMoments } from "@/lib/domain/skill-rating.ts";
import type { SkillView } from "@/lib/state/prepare.ts";
import type { SkillActs } from "@/lib/state/prepare-skills.ts";

const scale = [1, 2, 3, 4, 5] as const;

/** How much is needed, and how one rates oneself at the three moments; each is a choice of its own. */
export function SkillRatings({ view, acts }: { view: SkillView; acts: SkillActs }) {
  const columns: readonly ("needed" | SkillMoment)[] = ["needed", ...skillMoments];
  return (
    <div class="skill-ratings">
      {columns.map((column) => {
        const value = view.skill[column] ?? null;
        const label = i18n.t(`prepare.skill.${column}`);
        return (
          <label key={column}>
            <span class="meta" aria-hidden="true">
              {label}
            </span>
            <select
              class={value === null ? "rate none-yet" : column === "needed" ? "rate needed" : "rate"}
              aria-label={i18n.t("prepare.skill.rate", [label, view.text])}
              onChange={(event) => {
                const chosen = event.currentTarget.value ? Number(event.currentTarget.value) : null;
                void (column === "needed" ? acts.need(view, chosen) : acts.rate(view, column, chosen));
              }}
            >
              <option value="" selected={value === null}>
                {i18n.t("prepare.skill.none")}
              </option>
              {scale.map((each) => (
                <option key={each} value={each} selected={value === each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}
