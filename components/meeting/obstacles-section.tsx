import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { ObstacleRow } from "@/lib/state/brief-view.ts";
import { BriefMark } from "./brief-list.tsx";
import { DraftInput } from "./draft-input.tsx";
import { LineToggle } from "./line-toggle.tsx";
import { ObstacleMenu } from "./obstacle-menu.tsx";
import { Section } from "./section.tsx";

/** What stands in the way, and what became of it. */
export function ObstaclesSection({ brief, rows }: { brief: BriefModel; rows: readonly ObstacleRow[] }) {
  const plus = useRef<HTMLButtonElement>(null);
  const adding = brief.obstacle.text.value !== null;
  const name = i18n.t("brief.obstacleAdd");
  return (
    <Section
      head={i18n.t("brief.obstacles")}
      end={<LineToggle line={brief.obstacle} opens="obstacle" name={name} button={plus} />}
    >
      <ul class="list">
        {rows.map((row) => (
          <li key={row.id} class="row">
            <BriefMark kind="obstacle" />
            <span class="main">
              {row.text}
              <span class="meta">
                {row.state === "tried" ? i18n.t("brief.obstacleStates.tried") : row.meta}
              </span>
            </span>
            <span class="end">
              <ObstacleMenu brief={brief} row={row} />
            </span>
          </li>
        ))}
      </ul>
      {adding && (
        <DraftInput
          line={brief.obstacle}
          name={name}
          example={i18n.t("brief.obstacleExample")}
          onClose={() => plus.current?.focus()}
        />
      )}
    </Section>
  );
}
