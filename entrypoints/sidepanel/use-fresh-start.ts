import { useEffect } from "preact/hooks";

/**
 * Begins a page at its top, and gives the focus a place there if what had it is gone: a keyboard goes on from the page,
 * not from nowhere.
 */
export function useFreshStart(page: string): void {
  useEffect(() => {
    const main = document.getElementById("main");
    main?.scrollTo(0, 0);
    if (document.activeElement === document.body) main?.focus({ preventScroll: true });
  }, [page]);
}
