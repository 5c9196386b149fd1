import { StateField, type EditorState, type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { i18n } from "#i18n";
import { pictureLine } from "@/lib/domain/picture-line.ts";

/** A picture as something to draw, `null` where it is not there any more. */
export type PictureOf = (id: string) => Promise<{ url: string; width: number; height: number } | null>;

/** Draws the pictures of the notes under the lines that name them: `![words](picture:ID)`. */
export function notePictures(pictureOf: PictureOf): Extension {
  const drawnIn = (state: EditorState): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    for (let n = 1; n <= state.doc.lines; n += 1) {
      const line = state.doc.line(n);
      const found = line.length < 500 && line.text.includes("(picture:") ? pictureLine(line.text) : null;
      if (!found) continue;
      const widget = new Picture(found.id, found.alt, pictureOf);
      builder.add(line.to, line.to, Decoration.widget({ widget, block: true, side: 1 }));
    }
    return builder.finish();
  };
  return StateField.define<DecorationSet>({
    create: drawnIn,
    update(drawn, transaction) {
      if (!transaction.docChanged) return drawn;
      let touched = false;
      // Keys in other lines only move what is drawn: a long note is not read again for each.
      transaction.changes.iterChangedRanges((fromA, toA, fromB, toB) => {
        const before = transaction.startState.doc;
        const after = transaction.state.doc;
        const old = before.sliceString(before.lineAt(fromA).from, before.lineAt(toA).to);
        const now = after.sliceString(after.lineAt(fromB).from, after.lineAt(toB).to);
        touched ||= `${old}\n${now}`.includes("(picture:");
      });
      return touched ? drawnIn(transaction.state) : drawn.map(transaction.changes);
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

class Picture extends WidgetType {
  readonly id: string;
  readonly alt: string;
  readonly pictureOf: PictureOf;
  constructor(id: string, alt: string, pictureOf: PictureOf) {
    super();
    this.id = id;
    this.alt = alt;
    this.pictureOf = pictureOf;
  }
  override eq(other: Picture): boolean {
    return other.id === this.id && other.alt === this.alt;
  }
  override get estimatedHeight(): number {
    return 160;
  }
  override toDOM(view: EditorView): HTMLElement {
    const place = document.createElement("figure");
    place.className = "note-picture";
    const missing = (): void => {
      place.textContent = i18n.t("notes.picture.missing");
      place.classList.add("meta");
      view.requestMeasure();
    };
    this.pictureOf(this.id).then((found) => {
      if (!found) return missing();
      const image = document.createElement("img");
      image.alt = this.alt || i18n.t("notes.picture.name");
      image.width = found.width;
      image.height = found.height;
      image.src = found.url;
      place.append(image);
      view.requestMeasure();
    }, missing);
    return place;
  }
}
