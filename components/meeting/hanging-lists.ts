import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { lineMarks } from "./line-marks.ts";

/** The mark of a list item with what stands before it: a bullet or a number, and a box if it is a task. */
const itemMark = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/u;

/** Lines of an item that wrap stand under its words, not under its mark: see `.md-item` in meeting.css. */
export const hangingLists = ViewPlugin.define(
  (view) => ({
    marks: marksIn(view),
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.marks = marksIn(update.view);
    },
  }),
  { decorations: (plugin) => plugin.marks },
);

function marksIn(view: EditorView): DecorationSet {
  return lineMarks(view, (words) => {
    const mark = itemMark.exec(words)?.[0];
    return mark === undefined ? null : hangBy(mark);
  });
}

/** Signs have about a third of the width of the font's size, figures a little more than half. */
function hangBy(mark: string): Decoration {
  const figures = mark.replaceAll(/\D/gu, "").length;
  const ems = (mark.length - figures) * 0.29 + figures * 0.56;
  return Decoration.line({ class: "md-item", attributes: { style: `--hang: ${ems.toFixed(2)}em` } });
}
