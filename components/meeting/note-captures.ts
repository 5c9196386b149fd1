import { syntaxTree } from "@codemirror/language";
import { RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import { createElement } from "lucide";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { captureMark, type ExtractedCapture, extractCaptures } from "@/lib/domain/wrap-up.ts";

type Kind = ExtractedCapture["kind"];

/** What is understood of a line is said behind it, such as "Amara, Fri 27 Nov"; nothing of what is simply one's own. */
export type Understood = (capture: ExtractedCapture) => string;

/** A time since the start of the meeting, before the words of a line. */
const timeMark = /^\s*(?:>\s*)*(?:(?:[-*+•]|\d{1,3}[.)]|#{1,6})\s+)?(\[\d{1,3}:\d{2}(?::\d{2})?\])(?=\s)/u;

const pictureMark = /!\[([^\]\n]*)\]\(picture:[\w-]+\)/u;

/**
 * Shows what the wrap-up will read: the kind of each line that is marked, who does it and by when, and the time marks.
 * The line that is being written shows its signs as they are. Styled in notes.css.
 */
export function noteCaptures(
  calendar: () => { now: number; timeZone: string; locale: string },
  understood: Understood,
) {
  /** Reading a day in words takes its time, so the lines in sight are read once. */
  const read = new Map<string, string>();
  const said = (line: string): string => {
    const known = read.get(line);
    if (known !== undefined) return known;
    const [capture] = extractCaptures(line, calendar());
    const words = capture ? understood(capture) : "";
    if (read.size > 500) read.clear();
    read.set(line, words);
    return words;
  };

  const marksIn = (view: EditorView): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    const written = new Set(
      view.hasFocus ? view.state.selection.ranges.map(({ head }) => view.state.doc.lineAt(head).number) : [],
    );
    for (const { from, to } of view.visibleRanges) {
      for (let at = from; at <= to;) {
        const line = view.state.doc.lineAt(at);
        at = line.to + 1;
        const time = timeMark.exec(line.text);
        const mark = captureMark(line.text);
        const picture = pictureMark.exec(line.text);
        if ((!time && !mark && !picture) || isCode(view, line.from)) continue;
        const open = written.has(line.number);
        const add = (start: number, end: number, decoration: Decoration): void => {
          if (start < end) builder.add(line.from + start, line.from + end, decoration);
        };
        if (mark) builder.add(line.from, line.from, lineOf(mark.kind));
        if (open) {
          if (time?.[1]) add(time[0].length - time[1].length, time[0].length, openMark);
          if (mark) {
            builder.add(line.from + mark.from, line.from + mark.from, labelOf(mark.kind, true));
            add(mark.from, mark.to, openMark);
          }
        } else {
          const timeEnd = time?.[0].length ?? 0;
          const timeStart = timeEnd - (time?.[1]?.length ?? 0);
          // The icon stands for the bullet.
          if (mark) add(0, time ? timeStart : mark.from, hiddenMark);
          if (time) {
            add(timeStart, timeStart + 1, hiddenMark);
            add(timeStart + 1, timeEnd - 1, timeShown);
            add(timeEnd - 1, mark ? mark.from : timeEnd + 1, hiddenMark);
          }
          if (mark) {
            builder.add(line.from + mark.from, line.from + mark.from, labelOf(mark.kind, false));
            add(mark.from, mark.to, hiddenMark);
          } else if (picture?.[1] !== undefined) {
            const words = picture.index + 2 + picture[1].length;
            add(Math.max(picture.index, time ? timeEnd + 1 : 0), picture.index + 2, hiddenMark);
            add(words, picture.index + picture[0].length, hiddenMark);
          }
        }
        if (mark?.kind !== "action") continue;
        const words = said(line.text);
        if (words) builder.add(line.to, line.to, Decoration.widget({ widget: new Words(words), side: 1 }));
      }
    }
    return builder.finish();
  };

  return ViewPlugin.define(
    (view) => ({
      marks: marksIn(view),
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged)
          this.marks = marksIn(update.view);
      },
    }),
    { decorations: (plugin) => plugin.marks },
  );
}

const openMark = Decoration.mark({ class: "cap-open" });
const hiddenMark = Decoration.mark({ class: "cap-hidden" });
const timeShown = Decoration.mark({ class: "cap-time" });

const lines = new Map<Kind, Decoration>();
function lineOf(kind: Kind): Decoration {
  const known = lines.get(kind) ?? Decoration.line({ class: `cap-line k-${kind}` });
  lines.set(kind, known);
  return known;
}

function labelOf(kind: Kind, open: boolean): Decoration {
  return Decoration.widget({ widget: new Label(kind, open), side: -1 });
}

function isCode(view: EditorView, at: number): boolean {
  for (let node = syntaxTree(view.state).resolveInner(at, 1); node.parent; node = node.parent) {
    if (node.name === "FencedCode") return true;
  }
  return false;
}

/** The icon of a kind, and its name where the sign is not shown. */
class Label extends WidgetType {
  readonly kind: Kind;
  readonly open: boolean;
  constructor(kind: Kind, open: boolean) {
    super();
    this.kind = kind;
    this.open = open;
  }
  override eq(other: Label): boolean {
    return other.kind === this.kind && other.open === this.open;
  }
  override toDOM(): HTMLElement {
    const label = document.createElement("span");
    label.className = "cap-label";
    label.append(createElement(captureIcons[this.kind], { class: "i", "aria-hidden": "true" }));
    if (!this.open) {
      const name = document.createElement("b");
      name.textContent = i18n.t(`kinds.${this.kind}`);
      label.append(name, " ");
    }
    return label;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

/** What is understood of a line. */
class Words extends WidgetType {
  readonly words: string;
  constructor(words: string) {
    super();
    this.words = words;
  }
  override eq(other: Words): boolean {
    return other.words === this.words;
  }
  override toDOM(): HTMLElement {
    const words = document.createElement("span");
    words.className = "cap-words meta";
    words.textContent = this.words;
    return words;
  }
}
