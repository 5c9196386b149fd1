import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  markdownLanguage,
} from "@codemirror/lang-markdown";
import { indentUnit, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { Annotation, Compartment, EditorState, type Extension, Transaction } from "@codemirror/state";
import { type Command, EditorView, keymap, placeholder } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { editBetween, type TextEdit } from "@/lib/domain/text-edit.ts";
import { adoptEditorStyles } from "./adopted-styles.ts";
import { hangingLists } from "./hanging-lists.ts";
import { lineDirection } from "./line-direction.ts";

/** What the page holds of an editor. */
export interface TextEditor {
  /**
   * Puts text in that came from elsewhere: the cursor stays, and it is no step of undo.
   * @param edits what makes the present text this one, where that is known
   */
  replace(text: string, edits?: readonly TextEdit[]): void;
  /** Takes no more words, or takes them again; it can be read and searched all the same. */
  lock(locked: boolean): void;
  /** Puts a mark before the words of the line with the cursor, behind its bullet. */
  insertBeforeLine(mark: string): void;
  focus(): void;
  destroy(): void;
}

const fromElsewhere = Annotation.define<boolean>();

const toolsPlace = new Compartment();
const lockPlace = new Compartment();

/** Where an editor was left: cursor and steps of undo are there again when the person is back from another stop. */
const left = new WeakMap<object, EditorState>();

/** Markdown keeps its marks; they step back, and what they mean is shown. Styled in meeting.css. */
const markdownClasses = tagHighlighter([
  { tag: tags.heading, class: "md-heading" },
  { tag: tags.strong, class: "md-strong" },
  { tag: tags.emphasis, class: "md-emphasis" },
  { tag: tags.strikethrough, class: "md-struck" },
  { tag: tags.monospace, class: "md-code" },
  { tag: tags.link, class: "md-link" },
  { tag: tags.url, class: "md-mark" },
  { tag: tags.quote, class: "md-quote" },
  { tag: tags.processingInstruction, class: "md-mark" },
  { tag: tags.contentSeparator, class: "md-mark" },
]);

let adopted = false;

/**
 * A Markdown editor in `parent`. Tab indents inside a list and leaves the editor everywhere else, so that nobody is
 * caught in it.
 */
export function createTextEditor(
  parent: HTMLElement,
  options: {
    /** Whose editor it is, to find it again as it was left. */
    of: object;
    text: string;
    name: string;
    hint: string;
    onChange: (text: string) => void;
    onSave: () => void;
    /** What comes after the words: captures, menu, search, pictures. */
    tools: () => Promise<Extension>;
    onFailure: (error: unknown) => void;
  },
): TextEditor {
  if (!adopted) adoptEditorStyles();
  adopted = true;
  const known = left.get(options.of);
  const view = new EditorView({
    parent,
    state:
      known?.doc.toString() === options.text
        ? known
        : EditorState.create({
            doc: options.text,
            extensions: [
              history(),
              keymap.of([
                { key: "Mod-s", run: () => (options.onSave(), true), preventDefault: true },
                { key: "Tab", run: inList(indentMore), shift: inList(indentLess) },
                { key: "Enter", run: insertNewlineContinueMarkup },
                { key: "Backspace", run: deleteMarkupBackward },
                ...defaultKeymap,
                ...historyKeymap,
              ]),
              markdownLanguage,
              syntaxHighlighting(markdownClasses),
              indentUnit.of("  "),
              toolsPlace.of([]),
              lockPlace.of([]),
              hangingLists,
              lineDirection,
              EditorView.lineWrapping,
              placeholder(options.hint),
              EditorView.contentAttributes.of({
                "aria-label": options.name,
                spellcheck: "true",
                autocapitalize: "sentences",
              }),
              EditorView.updateListener.of((update) => {
                if (!update.docChanged || update.transactions.some((each) => each.annotation(fromElsewhere)))
                  return;
                options.onChange(update.state.doc.toString());
              }),
            ],
          }),
  });
  let gone = false;
  options.tools().then(
    (tools) => {
      if (!gone) view.dispatch({ effects: toolsPlace.reconfigure(tools) });
    },
    // Words can be written without them.
    (error: unknown) => options.onFailure(error),
  );
  // The empty paper below the last line is part of the editor.
  const onPaper = (event: MouseEvent): void => {
    if (event.target !== parent) return;
    event.preventDefault();
    view.dispatch({ selection: { anchor: view.state.doc.length } });
    view.focus();
  };
  parent.addEventListener("mousedown", onPaper);
  return {
    replace(text, edits) {
      const changes = edits ?? editBetween(view.state.doc.toString(), text);
      if (!changes) return;
      view.dispatch({
        changes,
        annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)],
      });
    },
    lock(locked) {
      view.dispatch({ effects: lockPlace.reconfigure(EditorState.readOnly.of(locked)) });
    },
    insertBeforeLine(mark) {
      const line = view.state.doc.lineAt(view.state.selection.main.head);
      const before = /^\s*(?:>\s*)*(?:(?:[-*+•]|\d{1,3}[.)]|#{1,6})\s+)?/u.exec(line.text)?.[0] ?? "";
      view.dispatch({ changes: { from: line.from + before.length, insert: mark } });
      view.focus();
    },
    focus: () => view.focus(),
    destroy() {
      gone = true;
      parent.removeEventListener("mousedown", onPaper);
      left.set(options.of, view.state);
      view.destroy();
    },
  };
}

function inList(command: Command): Command {
  return (view) => {
    const at = view.state.selection.main.head;
    for (let node = syntaxTree(view.state).resolveInner(at, -1); node.parent; node = node.parent) {
      if (node.name === "ListItem") return command(view);
    }
    return false;
  };
}
