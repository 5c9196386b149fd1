import { Ellipsis } from "lucide";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { type FieldValue, InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Failure } from "@/lib/state/failure.ts";
import type { Line } from "@/lib/state/prepare.ts";
import { DiscussButton } from "./discuss-button.tsx";
import { Grip } from "./grip.tsx";
import type { LineOrder } from "@/components/kit/use-line-order.ts";

/** A line of a list: moved by its handle, changed by its words, put on the next agenda, and what else its menu offers. */
export function LineRow({
  line,
  order,
  items,
  notes,
  extraField,
  onEdit,
  onDiscuss,
}: {
  line: Line;
  order: LineOrder;
  items: readonly MenuItem[];
  /** What is small under the words. */
  notes?: ComponentChildren;
  /** A further field of the form. */
  extraField?: ComponentChildren;
  onEdit: (value: FieldValue) => Promise<Failure | null>;
  onDiscuss: () => void;
}) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLLIElement>(editing);
  const { text } = line;
  if (editing) {
    return (
      <li ref={place} class="editing">
        <InlineForm
          draft={`${line.id}.edit`}
          label={i18n.t("prepare.editNamed", [text])}
          submit={i18n.t("common.save")}
          onSave={onEdit}
          onClose={() => setEditing(false)}
          extra={<HistoryLink table={line.origin.table} id={line.id} title={text} />}
        >
          <input
            class="input"
            type="text"
            name="text"
            autocomplete="off"
            aria-label={i18n.t("prepare.editNamed", [text])}
            defaultValue={text}
          />
          {extraField}
        </InlineForm>
      </li>
    );
  }
  return (
    <li ref={place} {...order.row(line.id)}>
      <Grip id={line.id} text={text} order={order} />
      <div class="main">
        <button
          type="button"
          class="words"
          aria-label={i18n.t("prepare.editNamed", [text])}
          data-return
          onClick={() => setEditing(true)}
        >
          {text}
        </button>
        <p class="meta dots">
          {notes}
          {line.onAgenda && <span class="on-agenda">{i18n.t("prepare.agenda")}</span>}
        </p>
      </div>
      <div class="end">
        <DiscussButton text={text} onAgenda={line.onAgenda} onDiscuss={onDiscuss} />
        <Menu
          label={i18n.t("prepare.more", [text])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={items}
        />
      </div>
    </li>
  );
}
