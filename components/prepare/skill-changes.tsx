import { i18n } from "#i18n";
import type { SkillView } from "@/lib/state/prepare.ts";

/** From the first rating to the latest, in words. Where there is no second one, that is said. */
export function SkillChanges({ skills }: { skills: readonly SkillView[] }) {
  const rated = skills.filter(({ change }) => change);
  if (!rated.some(({ change }) => change?.to)) return null;
  return (
    <div class="changes">
      <h3 class="head">{i18n.t("prepare.skill.changes")}</h3>
      <ul>
        {rated.map(({ id, text, change }) => (
          <li key={id}>
            <span class="strong">{text}</span>
            {change?.to ? (
              <span class="num">
                {i18n.t("prepare.skill.changed", [String(change.from.rating), String(change.to.rating)])},{" "}
                {byWords(change.by ?? 0)}
              </span>
            ) : (
              <span class="meta">{i18n.t("prepare.skill.noSecond")}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function byWords(by: number): string {
  if (by === 0) return i18n.t("prepare.skill.same");
  return i18n.t(by > 0 ? "prepare.skill.up" : "prepare.skill.down", [String(Math.abs(by))]);
}
