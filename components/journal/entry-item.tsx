import { ListPlus, Lock, Pencil, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { ShareButton } from "@/components/kit/share-button.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { entryKinds } from "@/lib/domain/vocabulary.ts";
import type { JournalEntry, JournalModel } from "@/lib/state/journal.ts";
import { Paragraphs } from "./paragraphs.tsx";
import { shortLine } from "@/lib/domain/one-line.ts";

/** One entry of the thread: its kind, its words, the meeting it comes from. */
export function EntryItem({ item, model }: { item: JournalEntry; model: JournalModel }) {
  const [editing, setEditing] = useState(false);
  const row = useReturnFocus<HTMLLIElement>(editing);
  const { entry, meeting } = item;
  const name = firstWords(entry.text);
  return (
    <li ref={row} class={`k-${entry.kind}`}>
      <span class="mark">
        <Icon of={captureIcons[entry.kind]} />
      </span>
      {editing ? (
        <InlineForm
          draft={`${entry.id}.edit`}
          label={i18n.t("journal.edit", [name])}
          submit={i18n.t("common.save")}
          onSave={(value) =>
            model.edit(entry.id, {
              text: value("text"),
              kind: value("kind"),
              confidential: value("confidential") !== "",
            })
          }
          onClose={() => setEditing(false)}
          extra={
            <>
              <HistoryLink table="entries" id={entry.id} title={name} />
              {!entry.confidential && <ShareButton table="entries" id={entry.id} title={name} />}
            </>
          }
        >
          <textarea
            class="textarea"
            name="text"
            aria-label={i18n.t("journal.entry")}
            defaultValue={entry.text}
          />
          <select class="select kind-field" name="kind" aria-label={i18n.t("journal.kind")}>
            {entryKinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === entry.kind}>
                {i18n.t(`kinds.${kind}`)}
              </option>
            ))}
          </select>
          <label class="pick">
            <input
              class="check"
              type="checkbox"
              name="confidential"
              defaultChecked={entry.confidential === true}
            />
            <span>
              {i18n.t("fields.confidential")}
              <span class="hint">{i18n.t("confidential.hint")}</span>
            </span>
          </label>
        </InlineForm>
      ) : (
        <article class="entry">
          <header>
            <h3 class="strong">{i18n.t(`kinds.${entry.kind}`)}</h3>
            {meeting && (
              <a class="meta" href={`#/meetings/${encodeURIComponent(meeting.id)}`}>
                {meeting.title}
              </a>
            )}
            {entry.confidential && (
              <span class="meta">
                <Icon of={Lock} size="sm" /> {i18n.t("confidential.mark")}
              </span>
            )}
            <span class="end">
              {!item.onAgenda && (
                <button
                  type="button"
                  class="icon-btn sm"
                  aria-label={i18n.t("journal.ask", [name])}
                  title={i18n.t("goals.discuss")}
                  onClick={() => void model.ask(entry)}
                >
                  <Icon of={ListPlus} flip />
                </button>
              )}
              <button
                type="button"
                class="icon-btn sm"
                aria-label={i18n.t("journal.edit", [name])}
                title={i18n.t("goals.edit")}
                data-return
                onClick={() => setEditing(true)}
              >
                <Icon of={Pencil} size="sm" />
              </button>
              <button
                type="button"
                class="icon-btn sm"
                aria-label={i18n.t("journal.remove", [name])}
                title={i18n.t("common.remove")}
                onClick={() => void model.remove(entry.id)}
              >
                <Icon of={Trash2} size="sm" />
              </button>
            </span>
          </header>
          <Paragraphs text={entry.text} />
          {item.onAgenda && <p class="links">{i18n.t("goals.said.onAgenda")}</p>}
        </article>
      )}
    </li>
  );
}

/** Enough of it to know it by its name. */
function firstWords(text: string): string {
  return shortLine(text, 60);
}
