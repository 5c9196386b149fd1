import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { NoteEditorModel } from "@/lib/state/note-editor.ts";
import type { TextEditor } from "./code-mirror.ts";
import type { NoteToolsContext } from "./note-tools.ts";

/**
 * The notes as they are written. The editor comes by itself, after the rest of the panel; should it not come, a plain
 * text field takes its place with the same words.
 */
export function MarkdownEditor({
  note,
  locked,
  tools,
  onEditor,
}: {
  note: NoteEditorModel;
  /** Nothing can be typed. */
  locked: boolean;
  tools: NoteToolsContext & { failed: (error: unknown) => void };
  /** Given the editor when it is there, for what stands outside of it. */
  onEditor: (editor: TextEditor | null) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor | null>(null);
  const lockedNow = useRef(locked);
  const [plain, setPlain] = useState(false);
  const ready = note.incoming.value !== undefined;

  useEffect(() => {
    if (!ready) return undefined;
    let left = false;
    import("./code-mirror.ts").then(
      ({ createTextEditor }) => {
        if (left || !place.current) return;
        editor.current = createTextEditor(place.current, {
          of: note,
          text: note.words(),
          name: i18n.t("notes.name"),
          hint: i18n.t("notes.placeholder"),
          onChange: note.type,
          onSave: note.saveNow,
          tools: async () => (await import("./note-tools.ts")).noteTools(tools),
          onFailure: tools.failed,
        });
        editor.current.lock(lockedNow.current);
        onEditor(editor.current);
        // The cursor is where one writes, unless the person is somewhere else already: the page around it is no such place.
        if (document.activeElement?.contains(place.current)) editor.current.focus();
      },
      () => setPlain(true),
    );
    return () => {
      left = true;
      editor.current?.destroy();
      editor.current = null;
      onEditor(null);
    };
  }, [ready]);
  useEffect(() => {
    lockedNow.current = locked;
    editor.current?.lock(locked);
  }, [locked]);
  useSignalEffect(() => {
    const incoming = note.incoming.value;
    if (incoming) editor.current?.replace(incoming.text, incoming.edits);
  });

  if (plain) {
    return (
      <textarea
        class="note-text plain"
        aria-label={i18n.t("notes.name")}
        placeholder={i18n.t("notes.placeholder")}
        value={note.words()}
        readOnly={locked}
        onInput={(event) => note.type(event.currentTarget.value)}
      />
    );
  }
  return <div ref={place} class="note-text" />;
}
