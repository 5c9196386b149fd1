import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

const focusable = "input:not(:disabled), button:not(:disabled), a[href]";

/**
 * Keeps the focus in a list when the item that had it goes away (ticked, removed): the item that took its place has it
 * then, so that whoever works by keyboard goes on where they were.
 * @param inSteps whatever had it and goes away counts, not only items: beside lists, what is marked `data-return` has it
 * then. It looks when the component that calls it is drawn
 * @returns the ref of the page that holds the lists; it needs `tabIndex={-1}`
 */
export function useKeepFocus<T extends HTMLElement>(inSteps = false): RefObject<T | null> {
  const page = useRef<T>(null);
  const last = useRef<{ had: Element; list: Element | null | undefined; index: number } | null>(null);

  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      const { target } = event;
      const inside = target instanceof Element && page.current?.contains(target) ? target : null;
      const item = inside?.closest("li");
      const list = item?.parentElement;
      const had = inSteps ? inside : item;
      last.current = had ? { had, list, index: item && list ? [...list.children].indexOf(item) : 0 } : null;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  useEffect(() => {
    const place = last.current;
    if (!place || place.had.isConnected || document.activeElement !== document.body) return;
    const items = place.list?.isConnected ? [...place.list.children] : [];
    const nearest = [...items.slice(place.index), ...items.slice(0, place.index).toReversed()];
    const heir =
      nearest.map((item) => item.querySelector<HTMLElement>(focusable)).find(Boolean) ??
      (inSteps ? page.current?.querySelector<HTMLElement>("[data-return]") : null);
    // With the whole list gone, the page itself: what comes next is one Tab away, and Enter does nothing by accident.
    (heir ?? page.current)?.focus();
  });
  return page;
}
