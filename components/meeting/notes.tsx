import { useMemo, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { AgendaFold } from "./agenda-fold.tsx";
import { CaptureList } from "./capture-list.tsx";
import type { TextEditor } from "./code-mirror.ts";
import { MarkdownEditor } from "./markdown-editor.tsx";
import { noteToolsOf } from "./note-tools-of.ts";
import { NotesBeside } from "./notes-beside.tsx";
import { NotesClock } from "./notes-clock.tsx";

/** During the meeting: the time, the agenda, the words. */
export function Notes({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const note = model.notes.value;
  const locked = model.lock.locked.value;
  const editor = useRef<TextEditor | null>(null);
  const tools = useMemo(() => noteToolsOf(model), [model]);
  return (
    <div class="stop notes">
      <NotesClock
        model={model}
        view={view}
        note={note}
        onTime={locked ? undefined : (words) => editor.current?.insertBeforeLine(words)}
      />
      <AgendaFold model={model} view={view} />
      <div class="paper">
        <NotesBeside model={model} view={view} />
        {locked && (
          <p class="note-notice">
            <span class="meta">{i18n.t("notes.locked")}</span>
            <button type="button" class="btn sm" onClick={model.lock.unlock}>
              {i18n.t("notes.unlock")}
            </button>
          </p>
        )}
        {note && (
          <MarkdownEditor
            note={note}
            locked={locked}
            tools={tools}
            onEditor={(made) => void (editor.current = made)}
          />
        )}
        <CaptureList model={model} captures={view.captures} />
      </div>
    </div>
  );
}
