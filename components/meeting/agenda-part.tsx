import { Plus } from "lucide";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { LineOrder } from "@/components/kit/use-line-order.ts";
import type { AgendaSection } from "@/lib/domain/agenda-order.ts";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { BriefRow, BriefView } from "@/lib/state/brief-view.ts";
import { BriefMark } from "./brief-list.tsx";
import { DraftInput } from "./draft-input.tsx";
import { LineToggle } from "./line-toggle.tsx";
import { ObstacleMenu } from "./obstacle-menu.tsx";

/** A part of an agenda: its head on the trail, its topics, and what belongs to it by itself. */
export function AgendaPart({
  section,
  lineId,
  rows,
  brief,
  more,
  order,
}: {
  section: AgendaSection;
  lineId: string;
  /** Its topics. */
  rows: ComponentChildren;
  brief: BriefModel;
  more: BriefView | null | undefined;
  order: LineOrder;
}) {
  const plus = useRef<HTMLButtonElement>(null);
  const line = brief.line(section.id);
  const name = i18n.t("brief.addTo", [section.title]);
  const listed = section.fill && more ? more.fill(section.fill) : [];
  const asked = section.fill === "questions" && more ? more.suggested : [];
  const { class: marks, "data-line": data } = order.row(lineId);
  return (
    <>
      <li class={`part ahead${marks}`} data-line={data}>
        <span class="mark" aria-hidden="true">
          <span class="tick" />
        </span>
        <div class="topic">
          <h4 class="meta">{section.title}</h4>
          <LineToggle line={line} opens="topic" name={name} button={plus} />
        </div>
        {line.text.value !== null && (
          <DraftInput
            line={line}
            name={name}
            example={i18n.t("brief.topicExample")}
            onClose={() => plus.current?.focus()}
          />
        )}
      </li>
      {rows}
      {listed.map((row) => (
        <Listed key={row.id} row={row} onAdd={() => void brief.discuss(row, section.id)}>
          {row.kind === "obstacle" && <ObstacleMenu brief={brief} row={row} />}
        </Listed>
      ))}
      {asked.map((question) => (
        <Listed
          key={question.id}
          row={{
            kind: "question",
            text: question.text,
            meta: question.sensitive ? i18n.t("brief.sensitive") : "",
            path: "/questions",
          }}
          onAdd={() => void brief.ask(question, section.id)}
        />
      ))}
    </>
  );
}

/** Something that stands in a part by itself: no topic, until it is made one. */
function Listed({
  row,
  onAdd,
  children,
}: {
  row: Pick<BriefRow, "kind" | "text" | "meta" | "path">;
  onAdd: () => void;
  children?: ComponentChildren;
}) {
  const label = i18n.t("brief.addItem", [row.text]);
  return (
    <li class="ahead listed">
      <span class="mark">
        <BriefMark kind={row.kind} />
      </span>
      <div class="topic">
        <a class="plain soft" href={`#${row.path}`}>
          {row.text}
        </a>
        <span class="end">
          <button type="button" class="icon-btn sm" aria-label={label} title={label} onClick={onAdd}>
            <Icon of={Plus} />
          </button>
          {children}
        </span>
      </div>
      {row.meta && <p class="meta">{row.meta}</p>}
    </li>
  );
}
