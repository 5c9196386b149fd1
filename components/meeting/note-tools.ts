import type { Extension } from "@codemirror/state";
import { noteCaptures, type Understood } from "./note-captures.ts";
import { noteFind } from "./note-find.ts";
import { type MenuContext, noteMenu } from "./note-menu.ts";
import { notePaste } from "./note-paste.ts";
import { notePictures, type PictureOf } from "./note-pictures.ts";

export interface NoteToolsContext extends MenuContext {
  /** How days in words are read. */
  calendar: () => { now: number; timeZone: string; locale: string };
  understood: Understood;
  /** Keeps pictures and gives the Markdown that shows them; what could not be kept was told. */
  keepPictures: (files: readonly File[]) => Promise<readonly string[]>;
  pictureOf: PictureOf;
}

/** What the editor of the notes can do beyond words. Loaded after it: nobody waits for a menu to write. */
export function noteTools(context: NoteToolsContext): Extension {
  return [
    noteCaptures(context.calendar, context.understood),
    noteMenu(context),
    noteFind,
    notePaste(context.keepPictures),
    notePictures(context.pictureOf),
  ];
}
