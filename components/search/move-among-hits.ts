/** Arrow keys go from the line into what was found and back; Escape goes back to the line, and empties it there. */
export function moveAmongHits(
  event: KeyboardEvent,
  page: HTMLElement | null,
  input: HTMLInputElement | null,
): void {
  if (!page || !input || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape") {
    if (document.activeElement === input) {
      if (input.value === "") return;
      input.value = "";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    event.preventDefault();
    input.focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const hits = [...page.querySelectorAll<HTMLElement>("[data-hit]")];
  const at = hits.indexOf(document.activeElement as HTMLElement);
  if (at < 0 && document.activeElement !== input) return;
  event.preventDefault();
  const next = hits[at + step];
  if (next) next.focus();
  else if (at + step < 0) input.focus();
}
