import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { AgendaFold } from "./agenda-fold.tsx";
import { CaptureList } from "./capture-list.tsx";
import { MarkdownEditor } from "./markdown-editor.tsx";
import { NotesClock } from "./notes-clock.tsx";

/** During the meeting: the time, the agenda, the words. */
export function Notes({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const note = model.notes.value;
  return (
    <div class="stop notes">
      <NotesClock model={model} view={view} note={note} />
      <AgendaFold model={model} view={view} />
      <div class="paper">
        {note && <MarkdownEditor note={note} />}
        <CaptureList model={model} captures={view.captures} />
      </div>
    </div>
  );
}
