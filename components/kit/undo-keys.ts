/**
 * Hears Ctrl+Z and Ctrl+Y (Cmd on a Mac, with Shift for redo) where they do not belong to a text. In an empty line that
 * nobody has just emptied by hand they are ours too: it was emptied because what stood there was added.
 */
export function onUndoKeys(page: Document, handle: (what: "undo" | "redo") => void): void {
  let emptied: EventTarget | null = null;
  page.addEventListener("input", (event) => {
    const byHand = event instanceof InputEvent && /^(?:delete|history)/.test(event.inputType);
    emptied = byHand ? event.target : null;
  });
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const what =
      key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" && !event.shiftKey ? "redo" : null;
    if (!what || (isText(event.target) && !(isEmptyLine(event.target) && emptied !== event.target))) return;
    event.preventDefault();
    handle(what);
  });
}

function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

function isEmptyLine(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value === "";
}
