import { isolateHistory } from "@codemirror/commands";
import { type Extension, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { htmlToMarkdown } from "./html-to-markdown.ts";

/** What a person pastes becomes Markdown: a link over words, lists and links of a web page, pictures. */
export function notePaste(keepPictures: (files: readonly File[]) => Promise<readonly string[]>): Extension {
  const take = (view: EditorView, data: DataTransfer | null, event: Event): boolean => {
    if (!data || view.state.readOnly) return false;
    const files = [...data.files].filter(({ type }) => type.startsWith("image/"));
    const plain = data.getData("text/plain");
    // A table copied from a spreadsheet comes as a picture too; its words are meant.
    if (files.length > 0 && !plain.trim()) {
      event.preventDefault();
      void keepPictures(files).then((pictures) => {
        if (pictures.length > 0) insert(view, `${pictures.join("\n")}\n`);
      });
      return true;
    }
    const text = linkOver(view, plain.trim()) ?? markdownOf(data.getData("text/html"));
    if (text === null) return false;
    event.preventDefault();
    insert(view, text);
    return true;
  };
  return EditorView.domEventHandlers({
    paste: (event, view) => take(view, event.clipboardData, event),
    drop: (event, view) =>
      (event.dataTransfer?.files.length ?? 0) > 0 && take(view, event.dataTransfer, event),
  });
}

function insert(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), {
    // Undo takes back what was pasted, not what was typed before or after it.
    annotations: [Transaction.userEvent.of("input.paste"), isolateHistory.of("full")],
    scrollIntoView: true,
  });
}

/** An address pasted over words becomes their link. */
function linkOver(view: EditorView, plain: string): string | null {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to);
  if (!/^https?:\/\/[^\s<>]+$/u.test(plain) || !words.trim() || /[\n[\]]/u.test(words)) return null;
  if (/^https?:\/\//u.test(words)) return null;
  return `[${words}](${plain.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

/** Only where it holds more than its plain text says: a list or a link. */
function markdownOf(html: string): string | null {
  if (!/<(?:li|a)[\s>]/iu.test(html)) return null;
  return htmlToMarkdown(html);
}
