import { type Extension } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { lineMarks } from "./line-marks.ts";

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const auto = Decoration.line({ attributes: { dir: "auto" } });

/** A line in Arabic or Hebrew begins at the right, as its first letter says; the lines around it stay as they are. */
export const lineDirection: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.define(
    (view) => ({
      lines: linesIn(view),
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.lines = linesIn(update.view);
      },
    }),
    { decorations: (plugin) => plugin.lines },
  ),
];

function linesIn(view: EditorView): DecorationSet {
  return lineMarks(view, (words) => (fromTheRight.test(words) ? auto : null));
}
