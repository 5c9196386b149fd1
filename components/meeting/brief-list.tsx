import { ChartNoAxesColumn, Diamond, Dumbbell, FileCheck2, type IconNode, Target } from "lucide";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { Icon } from "@/components/kit/icon.tsx";
import type { BriefRow } from "@/lib/state/brief-view.ts";
import { Section } from "./section.tsx";

const shownAtFirst = 4;

const marks: Record<BriefRow["kind"], IconNode> = {
  ...captureIcons,
  milestone: Diamond,
  evidence: FileCheck2,
  metric: ChartNoAxesColumn,
  activity: Dumbbell,
  goal: Target,
};

/** The mark of what a brief lists. */
export function BriefMark({ kind }: { kind: BriefRow["kind"] }) {
  return (
    <span class={`kind k-${kind}`}>
      <Icon of={marks[kind]} />
    </span>
  );
}

/** What is worth knowing, each line a way to where it is kept. Draws nothing where there is nothing. */
export function BriefList({
  head,
  rows,
  end,
}: {
  head: string;
  rows: readonly BriefRow[];
  end?: ComponentChildren;
}) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  const more = rows.length - shown.length;
  return (
    <Section head={head} meta={String(rows.length)} end={end}>
      <ul class="list">
        {shown.map((row) => (
          <li key={row.id} class="row">
            <BriefMark kind={row.kind} />
            <span class="main">
              <a class="plain" href={`#${row.path}`}>
                {row.text}
              </a>
              {row.meta && <span class="meta">{row.meta}</span>}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="btn link sm" onClick={() => setAll(true)}>
          {i18n.t("brief.showAll", more)}
        </button>
      )}
    </Section>
  );
}
