import { Lock, X } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { CaptureRow } from "@/lib/state/meeting-view.ts";
import { Moment } from "./moment.tsx";

/** One thing that was taken down. Its words are a button: pressed, they can be corrected in their place. */
export function CaptureLineItem({ model, row }: { model: MeetingModel; row: CaptureRow }) {
  const [editing, setEditing] = useState(false);
  const item = useReturnFocus<HTMLLIElement>(editing);
  const kind = i18n.t(`kinds.${row.kind}`);
  return (
    <li ref={item} class={`cap k-${row.kind}`}>
      <Icon of={captureIcons[row.kind]} />
      {editing ? (
        <InlineForm
          draft={`${row.id}.edit`}
          label={i18n.t("notes.correct", [kind, row.text])}
          submit={i18n.t("common.save")}
          onSave={(value) => model.editCapture(row, value("text"), value("confidential") !== "")}
          onClose={() => setEditing(false)}
        >
          <input class="input" name="text" type="text" aria-label={kind} defaultValue={row.text} />
          {row.table === "entries" && (
            <label class="pick">
              <input class="check" type="checkbox" name="confidential" defaultChecked={row.confidential} />
              <span>
                {i18n.t("fields.confidential")}
                <span class="hint">{i18n.t("confidential.hint")}</span>
              </span>
            </label>
          )}
        </InlineForm>
      ) : (
        <button
          type="button"
          class="words"
          data-return
          title={i18n.t("notes.correctHint")}
          onClick={() => setEditing(true)}
        >
          <b>{kind}</b> {row.text}
          {row.confidential && (
            <span class="meta">
              {" "}
              <Icon of={Lock} size="sm" /> {i18n.t("confidential.mark")}
            </span>
          )}
        </button>
      )}
      {!editing && <Moment seconds={row.atSeconds} />}
      {!editing && (
        <button
          type="button"
          class="icon-btn sm"
          aria-label={i18n.t("notes.remove", [kind, row.text])}
          title={i18n.t("common.remove")}
          onClick={() => void model.removeCapture(row)}
        >
          <Icon of={X} size="sm" />
        </button>
      )}
    </li>
  );
}
