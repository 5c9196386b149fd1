const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that lead to the search, as they are written on this computer. */
export const searchKeys = isMac ? "⌘K" : "Ctrl K";

/**
 * Hears Ctrl+K (Cmd on a Mac) everywhere, and `/` outside of text, where single keys are wanted.
 * @param singleKeys asked at each key
 */
export function onSearchKeys(page: Document, singleKeys: () => boolean, handle: () => void): void {
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const jump = command && !event.shiftKey && event.key.toLowerCase() === "k";
    const slash = !command && event.key === "/" && singleKeys() && !isText(event.target);
    if (!jump && !slash) return;
    event.preventDefault();
    handle();
  });
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
