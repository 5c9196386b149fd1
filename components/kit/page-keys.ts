const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** A letter with the command key, as it is written on this computer. */
export function commandKeys(letter: string): string {
  return isMac ? `⌘${letter}` : `Ctrl ${letter}`;
}

/** The keys that lead to the search. */
export const searchKeys = commandKeys("K");

/**
 * Hears Ctrl+K (Cmd on a Mac) everywhere for the search; `/` for it and `?` for the list of keys outside of text, where
 * single keys are wanted.
 * @param singleKeys asked at each key
 */
export function onPageKeys(
  page: Document,
  singleKeys: () => boolean,
  go: { toSearch: () => void; toKeys: () => void },
): void {
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const jump = command && !event.shiftKey && event.key.toLowerCase() === "k";
    const single = !command && ["/", "?"].includes(event.key) && singleKeys() && !isText(event.target);
    if (!jump && !single) return;
    event.preventDefault();
    if (event.key === "?") go.toKeys();
    else go.toSearch();
  });
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
