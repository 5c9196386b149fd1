import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { FieldValue } from "@/components/kit/inline-form.tsx";
import type { MenuItem } from "@/components/kit/menu.tsx";
import type { Failure } from "@/lib/state/failure.ts";
import type { Line, PrepareModel } from "@/lib/state/prepare.ts";
import type { AddLine } from "@/lib/state/prepare-drafts.ts";
import { LineAdd } from "./line-add.tsx";
import { LineRow } from "./line-row.tsx";
import { useLineOrder } from "@/components/kit/use-line-order.ts";

export interface LineListProps<L extends Line> {
  model: PrepareModel;
  mentorshipId: string;
  /** Which line is typed into at the end. */
  at: AddLine;
  /** The heading of the list, and its name. */
  name: string;
  /** The section's heading says it already. */
  unheaded?: boolean;
  /** Of a line, where there is none yet. */
  example: string;
  lines: readonly L[];
  itemsOf: (line: L) => readonly MenuItem[];
  renderNotes?: (line: L) => ComponentChildren;
  renderExtra?: (line: L) => ComponentChildren;
  onAdd: (text: string) => Promise<Failure | null>;
  onEdit: (line: L, text: string, value: FieldValue) => Promise<Failure | null>;
  /** Under the list. */
  children?: ComponentChildren;
}

/** A plain list that grows line by line and is put in order by hand. */
export function LineList<L extends Line>(props: LineListProps<L>) {
  const { model, lines, name, at } = props;
  const list = useRef<HTMLUListElement>(null);
  const order = useLineOrder(
    list,
    lines.map(({ id }) => id),
    (id, to) => {
      const line = lines.find((each) => each.id === id);
      if (line) void model.move(lines, line, to);
    },
  );
  const draft = model.drafts.lines(props.mentorshipId);
  return (
    <div class="noted">
      {!props.unheaded && <h3 class="head">{name}</h3>}
      {lines.length > 0 && (
        <ul ref={list} class="noted-lines" aria-label={name}>
          {lines.map((line) => (
            <LineRow
              key={line.id}
              line={line}
              order={order}
              items={props.itemsOf(line)}
              notes={props.renderNotes?.(line)}
              extraField={props.renderExtra?.(line)}
              onEdit={(value) => props.onEdit(line, value("text"), value)}
              onDiscuss={() => void model.discuss(line)}
            />
          ))}
        </ul>
      )}
      <LineAdd
        name={name}
        example={lines.length > 0 ? i18n.t("prepare.another") : i18n.t("prepare.example", [props.example])}
        value={draft.value.value[at]}
        onType={(text) => draft.set({ [at]: text })}
        onAdd={props.onAdd}
      />
      {props.children}
    </div>
  );
}
