import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

const focusable = "input:not(:disabled), button:not(:disabled), a[href]";

/**
 * Keeps the focus in a list when the item that had it goes away (ticked, removed): the item that took its place has it
 * then, so that whoever works by keyboard goes on where they were.
 * @returns the ref of the page that holds the lists
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
    const heir = place.list.isConnected
      ? place.list.children[Math.min(place.index, place.list.children.length - 1)]
      : page.current;
    (
      heir?.querySelector<HTMLElement>(focusable) ?? page.current?.querySelector<HTMLElement>(focusable)
    )?.focus();
  });
  return page;
}
