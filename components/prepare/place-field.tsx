import { Pencil } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { Failure } from "@/lib/state/failure.ts";

/** A text of its own on the page, changed in its place. */
export function PlaceField({
  name,
  value,
  example,
  long,
  history,
  draft,
  onSave,
}: {
  name: string;
  value: string;
  example: string;
  /** More than a line. */
  long?: boolean;
  history: { table: TableName; id: Id } | null;
  /** Under which id what is typed is kept. */
  draft: string;
  onSave: (text: string) => Promise<Failure | null>;
}) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(editing);
  const control = { name: "text", "aria-label": name, placeholder: example, defaultValue: value };
  return (
    <div ref={place} class="place-field">
      <h3 class="head">{name}</h3>
      {editing ? (
        <InlineForm
          draft={draft}
          label={name}
          submit={i18n.t("common.save")}
          onSave={(get) => onSave(get("text"))}
          onClose={() => setEditing(false)}
          extra={history && <HistoryLink {...history} title={name} />}
        >
          {long ? (
            <textarea {...control} class="textarea" />
          ) : (
            <input {...control} class="input" type="text" autocomplete="off" />
          )}
        </InlineForm>
      ) : (
        <p class="place-line">
          {value ? <span class="said break">{value}</span> : <span class="soft">{example}</span>}
          <button
            type="button"
            class="btn sm quiet"
            aria-label={i18n.t(value ? "prepare.editNamed" : "prepare.writeNamed", [name])}
            data-return
            onClick={() => setEditing(true)}
          >
            <Icon of={Pencil} size="sm" />
            {i18n.t(value ? "prepare.edit" : "prepare.write")}
          </button>
        </p>
      )}
    </div>
  );
}
