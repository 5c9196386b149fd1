import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

const focusable = "input:not(:disabled), button:not(:disabled), a[href]";

/**
 * Keeps the focus in a list when the item that had it goes away (ticked, removed): the item that took its place has it
 * then, so that whoever works by keyboard goes on where they were.
 * @returns the ref of the page that holds the lists; it needs `tabIndex={-1}`
 */
export function useKeepFocus<T extends HTMLElement>(): RefObject<T | null> {
  const page = useRef<T>(null);
  const last = useRef<{ item: Element; list: Element; index: number } | null>(null);

  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      const { target } = event;
      const item = target instanceof Element && page.current?.contains(target) ? target.closest("li") : null;
      const list = item?.parentElement;
      last.current = item && list ? { item, list, index: [...list.children].indexOf(item) } : null;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  useEffect(() => {
    const place = last.current;
    if (!place || place.item.isConnected || document.activeElement !== document.body) return;
    const items = place.list.isConnected ? [...place.list.children] : [];
    const nearest = [...items.slice(place.index), ...items.slice(0, place.index).toReversed()];
    const heir = nearest.map((item) => item.querySelector<HTMLElement>(focusable)).find(Boolean);
    // With the whole list gone, the page itself: what comes next is one Tab away, and Enter does nothing by accident.
    (heir ?? page.current)?.focus();
  });
  return page;
}
