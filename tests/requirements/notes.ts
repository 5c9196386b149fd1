import { type Requirements, tested } from "./requirement.ts";

const editor = "e2e/notes-editor.test.ts";
const windows = "component/note-editor.test.ts";

export const notes: Requirements = {
  "F-17": [
    ...tested(
      editor,
      "a marked line says what it is, for whom and by when; the menu marks a line",
      "lists and links are pasted as Markdown",
      "a pasted picture is kept and drawn, also after a reload",
      "find in the notes tells how many there are",
    ),
    ...tested(
      windows,
      "closing the document saves the last words before any timer",
      "two windows that write at the same moment both keep their words",
      "a window that closes over what it has not seen loses nothing of the other",
      "no key is lost of 400 in two windows that meet at random, and others that close",
    ),
  ],
  "N-13": tested(
    "e2e/notes-to-promises.test.ts",
    "marks in the notes are read at the wrap-up, and nothing of it is saved before Finish",
  ),
};
