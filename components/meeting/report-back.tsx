import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Failure } from "@/lib/state/failure.ts";

/** What came of a promise that was kept: told at the next meeting, so that advice sees what it did. */
export function ReportBack({
  row,
  onSave,
}: {
  row: Pick<Commitment, "id" | "title" | "result">;
  onSave: (words: string) => Promise<Failure | null>;
}) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(editing);
  const label = i18n.t("brief.reportNamed", [row.title]);
  return (
    <div ref={place} class="report">
      {editing ? (
        <InlineForm
          label={label}
          submit={i18n.t("common.save")}
          draft={`${row.id}.report`}
          onSave={(value) => onSave(value("result"))}
          onClose={() => setEditing(false)}
        >
          <textarea
            class="textarea"
            name="result"
            rows={2}
            aria-label={label}
            defaultValue={row.result ?? ""}
          />
        </InlineForm>
      ) : (
        <button type="button" class="words meta" data-return onClick={() => setEditing(true)}>
          {i18n.t("brief.report")}: {row.result || i18n.t("brief.reportAdd")}
          <span class="sr"> {row.title}</span>
        </button>
      )}
    </div>
  );
}
