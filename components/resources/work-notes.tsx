import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type { WorkItem } from "@/lib/state/resources.ts";

/** What is small under a resource or an activity: its kind, its goal, where it came from. */
export function WorkNotes({
  item,
  kind,
  children,
}: {
  item: WorkItem<{ title: string }>;
  kind: string;
  children?: ComponentChildren;
}) {
  const { goal, madeOf, onAgenda, row } = item;
  return (
    <p class="meta dots">
      <span>{kind}</span>
      {children}
      {goal && (
        <span>
          <a href={`#/goals/${encodeURIComponent(goal.id)}`}>{goal.title}</a>
        </span>
      )}
      {madeOf !== null && (
        <span>
          <a href="#/prepare">
            {i18n.t("resources.madeOf", [madeOf === row.title ? i18n.t("nav.prepare") : madeOf])}
          </a>
        </span>
      )}
      {onAgenda && <span class="on-agenda">{i18n.t("prepare.agenda")}</span>}
    </p>
  );
}
