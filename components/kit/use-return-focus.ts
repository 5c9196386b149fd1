import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Gives the focus back to what opened a form in its place: when `open` ends, to the element marked `data-return` in the
 * container, which was not there while the form was.
 * @returns the ref of the container
 */
export function useReturnFocus<T extends HTMLElement>(open: boolean): RefObject<T | null> {
  const container = useRef<T>(null);
  const wasOpenRef = useRef(open);
  useEffect(() => {
    if (wasOpenRef.current && !open) container.current?.querySelector<HTMLElement>("[data-return]")?.focus();
    wasOpenRef.current = open;
  }, [open]);
  return container;
}
