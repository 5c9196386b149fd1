import { RangeSetBuilder } from "@codemirror/state";
import type { Decoration, DecorationSet, EditorView } from "@codemirror/view";

/** What the lines in sight are marked with, by their words. */
export function lineMarks(view: EditorView, markOf: (words: string) => Decoration | null): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const mark = markOf(line.text);
      if (mark) builder.add(line.from, line.from, mark);
      at = line.to + 1;
    }
  }
  return builder.finish();
}
