import { GitCommitHorizontal, MoveHorizontal, Plus, Slash } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Ghost } from "@/lib/domain/roadmap-baseline.ts";
import { shortDay } from "@/lib/i18n/dates.ts";

const mostLines = 30;

/** Then and now in words: the same as the picture shows, always. */
export function PlanWords({ ghosts, on, today }: { ghosts: readonly Ghost[]; on: Day; today: Day }) {
  const changed = ghosts.filter(({ change }) => change !== "same");
  const shown = changed.slice(0, mostLines);
  return (
    <section class="plan-words" aria-label={i18n.t("roadmap.planWords", [shortDay(on, today)])}>
      <h2 class="head">{i18n.t("roadmap.planWords", [shortDay(on, today)])}</h2>
      <ul>
        {shown.map((ghost) => (
          <li key={ghost.id}>
            <Icon of={iconOf(ghost)} size="sm" />
            <span>{words(ghost, today)}</span>
          </li>
        ))}
        {changed.length > shown.length && (
          <li class="meta">{i18n.t("roadmap.moreChanges", [String(changed.length - shown.length)])}</li>
        )}
        {changed.length === 0 && (
          <li>
            <Icon of={GitCommitHorizontal} size="sm" />
            <span>{i18n.t("roadmap.planSame")}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

function iconOf({ change }: Ghost) {
  return change === "added" ? Plus : change === "dropped" ? Slash : MoveHorizontal;
}

function words({ change, title, was, is, days }: Ghost, today: Day): string {
  const before = was ? shortDay(was, today) : "";
  const after = is ? shortDay(is, today) : "";
  if (change === "added")
    return is
      ? i18n.t("roadmap.changes.added", [title, after])
      : i18n.t("roadmap.changes.addedUndated", [title]);
  if (change === "dropped")
    return was
      ? i18n.t("roadmap.changes.dropped", [title, before])
      : i18n.t("roadmap.changes.droppedUndated", [title]);
  if (!is) return i18n.t("roadmap.changes.undated", [title, before]);
  const many = Math.abs(days);
  return i18n.t(days > 0 ? "roadmap.changes.later" : "roadmap.changes.earlier", many, [
    String(many),
    title,
    before,
    after,
  ]);
}
